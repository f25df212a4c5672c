using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;
using Thalweg.Tests.House;

namespace Thalweg.Tests.Guides;

/// <summary>The guides name everything that a string can be, and say what the code's documentation says.</summary>
public class NamesGuideTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "optimizers", nameof(Optimizer) }, { "schedules", nameof(Schedule) }, { "losses", nameof(Loss) }, { "metrics", nameof(Metric) },
        { "weights", nameof(Initializer) }, { "weights", nameof(Regularizer) }, { "weights", nameof(Constraint) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_name_stands_in_its_guide(string page, string kind)
    {
        var (names, lines) = kind switch
        {
            nameof(Optimizer) => (Optimizer.Names, Optimizer.Known),
            nameof(Schedule) => (Schedule.Names, Schedule.Known),
            nameof(Loss) => (Loss.Names, Loss.Known),
            nameof(Metric) => (Metric.Names, Metric.Known),
            nameof(Initializer) => (Initializer.Names, Initializer.Known),
            nameof(Regularizer) => (Regularizer.Names, Regularizer.Known),
            _ => (Constraint.Names, (IReadOnlyList<CatalogLine>)Constraint.Known),
        };
        string text = Repository.Read($"docs/guides/{page}.md");
        Assert.All(names, name => Assert.True(name == "acc" || text.Contains($"`{name}`", StringComparison.Ordinal), name));
        // The beginning of what the code says, up to the first mark that Markdown writes otherwise.
        Assert.All(lines, line => Assert.Contains(Beginning(line.Summary), text, StringComparison.Ordinal));
    }

    static string Beginning(string summary)
    {
        string plain = summary.Split('|', '<', '`')[0];
        return plain[..Math.Min(20, plain.Length)];
    }

    [Fact]
    public void The_code_of_the_guides_runs()
    {
        Assert.Equal(0.01, new AdamW(0.001) { WeightDecay = 0.01, ExcludeFromWeightDecay = ["bias"] }.WeightDecay);
        Assert.Equal(1, Optimizer.FromName("sgd(learning_rate=0.1, momentum=0.9, clipnorm=1)").ClipNorm);
        Assert.Equal(0.1, new Sgd(new LinearWarmup(new CosineDecay(0.1, 1000), WarmupSteps: 100)).LearningRate.At(100), 1e-12);
        Assert.Equal(0.0005, new Adam(Schedule.From(step => 0.001 / (1 + step))).LearningRate.At(1), 1e-12);
        Optimizer adam = "adam(exponential_decay(0.01, 1000, 0.5))";
        Assert.Equal(0.005, adam.LearningRate.At(1000), 1e-12);
        var w = new Variable(Tensor.Of(1.0, 2), "w");
        new SignDescent(0.5).Apply([w], [Tensor.Of(3.0, -4)]);
        Assert.Equal([0.5, 2.5], w.Value.ToArray<double>());
    }

    sealed class SignDescent(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
    {
        protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots) => w - step.LearningRate * g.Sign();
    }
}
