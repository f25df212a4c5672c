using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class OutputTrainingTests
{
    [Fact]
    public void Each_output_gets_what_is_given_for_its_name()
    {
        Metric mae = "mae";
        var outputs = OutputTraining.Of(TwoBranch.Build(), new() { ["o2"] = "mse" }, new() { ["o2"] = 0.5 }, new() { ["o1"] = [mae] }, []);
        Assert.Equal([("o1", null, null), ("o2", Loss.FromName("mse"), 0.5)], outputs.Select(output => (output.Name, output.Loss, output.Weight)));
        Assert.Same(mae, Assert.Single(outputs[0].Metrics));
        Assert.Empty(outputs[1].Metrics.Concat(outputs[1].WeightedMetrics));
    }

    [Fact]
    public void A_name_that_no_output_has_is_refused_with_the_nearest() =>
        Assert.Contains("has no output 'o11'. Did you mean 'o1'? It has: o1, o2.", Assert.Throws<ArgumentException>(() => OutputTraining.Of(TwoBranch.Build(), new() { ["o11"] = "mse" }, [], [], [])).Message, StringComparison.Ordinal);
}
