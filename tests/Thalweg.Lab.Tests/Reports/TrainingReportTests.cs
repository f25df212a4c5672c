using Thalweg.Descents;
using Thalweg.Lab.Reports;
using Thalweg.Lab.Trainings;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Reports;

[Collection(nameof(RandomSeed))]
public class TrainingReportTests
{
    static readonly TrainSettings Settings = new() { Data = "my <data>.csv", Target = "kind", Layers = [3], LearningRate = 0.25 };

    static History History(int epochs)
    {
        var history = new History();
        for (int epoch = 0; epoch < epochs; epoch++)
            history.Add(epoch, new Dictionary<string, double> { ["loss"] = 1.0 / (epoch + 1), ["val_loss"] = 2 });
        return history;
    }

    static Sequential Model => new([new InputLayer(2), new Dense(3), new Dense(2)]);

    [Fact]
    public void A_training_is_told_with_curves_network_classes_settings_and_epochs()
    {
        string page = TrainingReport.Of("Mine", Settings, History(4), Model, new ConfusionMatrix(["cat", "dog"], [0, 1, 1], [0, 1, 0]), 1.25);
        Assert.Contains("4 epochs in 1.3 seconds: loss 0.25, val_loss 2.", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("src=\"data:image/svg+xml").Length - 1);
        Assert.Contains("<td>dog</td><td class=\"number\">1</td><td class=\"number\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("my &lt;data&gt;.csv", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">4</td><td class=\"number\">0.25</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_epochs_some_are_listed_and_the_last()
    {
        string page = TrainingReport.Of("Mine", Settings, History(1000), Model, null, null);
        Assert.Contains("Each 5th of 1000 epochs", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">1000</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<td class=\"number\">999</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_epoch_it_says_so() => Assert.Contains("No epoch was finished", TrainingReport.Of("Mine", Settings, History(0), Model, null, null), StringComparison.Ordinal);

    [Fact]
    public void A_comparison_has_all_curves_in_one_drawing()
    {
        string page = TrainingReport.Compare("Both", [("standardize=true", Settings, History(3)), ("standardize=false", Settings, History(2))]);
        Assert.Single(page.Split("src=\"data:image/svg+xml")[1..]);
        Assert.Contains("<td>standardize=false</td><td class=\"number\">2</td><td class=\"number\">0.5</td>", page, StringComparison.Ordinal);
        Assert.Contains("nothing to show", TrainingReport.Compare("None", []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnosis_has_evidence_remedy_and_effect()
    {
        RandomSeed.Set(1);
        var model = new Sequential([new InputLayer(2), new Dense(1)]);
        model.Compile(new Sgd(0.01), new MeanSquaredError());
        var x = Tensor.Stack([Tensor.Linspace(0, 1000, 40), Tensor.Linspace(1, 0, 40).Square()], axis: 1);
        var diagnosis = model.Diagnose(x, x[.., ..1] / 1000, new DiagnosisOptions { Epochs = 5, BatchSize = 8 });
        Assert.NotEmpty(diagnosis.Findings);
        string page = TrainingReport.Diagnose("Why", Settings, diagnosis);
        foreach (var finding in diagnosis.Findings)
        {
            Assert.Contains($"{finding.Severity}: {finding.Name}", page, StringComparison.Ordinal);
            Assert.Contains("Remedy: ", page, StringComparison.Ordinal);
        }
    }
}
