using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Tests.Catalogs;

public class ConfigurationTests
{
    [Fact]
    public void A_text_says_class_and_settings_and_makes_the_same_again()
    {
        Assert.Equal("LeakyRelu(negative_slope=0.1)", new LeakyRelu(0.1).Configuration!.ToString());
        Optimizer adam = new Adam(new CosineDecay(0.1, 50)) { WeightDecay = 0.01, ExcludeFromWeightDecay = ["bias"] };
        Assert.Equal(adam.Configuration!.ToString(), Optimizer.FromName(adam.Configuration.ToString()).Configuration!.ToString());
        Assert.Equal("categorical_accuracy", new CategoricalAccuracy().Name);
    }

    [Fact]
    public void Everything_with_a_name_is_the_same_after_the_way_there_and_back()
    {
        Assert.All(Loss.Known, line => Assert.Equal(Loss.FromName(line.Name), Loss.FromConfiguration(Loss.FromName(line.Name).Configuration!)));
        Assert.All(Activation.Known, line => Assert.Equal(Activation.FromName(line.Name), Activation.FromConfiguration(Activation.FromName(line.Name).Configuration!)));
        foreach (Metric metric in new Metric[] { new Auc(50, AucCurve.Pr), new IoU(3, [1, 2]), new FBetaScore(beta: 2), new RecallAtPrecision(0.7), new SensitivityAtSpecificity(0.6, 20), new R2Score(numRegressors: 1), new TopKCategoricalAccuracy(3) })
            Assert.Equal(metric.Configuration!.ToString(), Metric.FromConfiguration(metric.Configuration).Configuration!.ToString());
    }

    [Fact]
    public void Objects_of_ones_own_among_the_settings_stay_as_they_are()
    {
        var square = Activation.From(x => x.Square());
        var dense = (Dense)Layer.FromConfiguration(new Dense(3, square).Configuration!);
        Assert.Same(square, dense.Activation);
        Assert.Null(square.Configuration);
        Assert.Throws<ArgumentException>(() => new Dense(3, square).Configuration!.ToString());
    }

    [Fact]
    public void A_setting_of_another_version_may_be_there_if_it_is_null()
    {
        Assert.Equal(new Huber(2), Loss.FromConfiguration(new Configuration("Huber", [new("delta", 2.0), new("newer", null)])));
        Assert.Contains("newer", Assert.Throws<ArgumentException>(() => Loss.FromConfiguration(new Configuration("Huber", [new("newer", 1)]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Loss.FromConfiguration(new Configuration("huber(delta=3)", [])));
    }

    [Fact]
    public void Settings_are_found_and_left_out_by_their_names()
    {
        var own = new Dense(3).Configuration!;
        Assert.Equal(3, own["units"]);
        Assert.Null(own["nothing"]);
        Assert.Null(own.Without("units")["units"]);
    }
}
