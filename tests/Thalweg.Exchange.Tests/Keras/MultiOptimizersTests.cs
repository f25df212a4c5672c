using System.Text.Json;
using Thalweg.Exchange.Keras;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests.Keras;

public class MultiOptimizersTests
{
    [Fact]
    public void Each_optimiser_keeps_its_weights()
    {
        var model = KerasFileTests.Network();
        var again = Read(MultiOptimizers.Write(new MultiOptimizer("sgd", (weight => weight.Name == "bias", new Adam(0.1))), model)!.ToJsonString());
        var multi = Assert.IsType<MultiOptimizer>(again);
        Assert.All(model.Weights, weight => Assert.Equal(weight.Name == "bias" ? "adam" : "sgd", multi.Of(weight).Name));
    }

    [Fact]
    public void Other_optimisers_are_as_ever() =>
        Assert.IsType<Lion>(Read(MultiOptimizers.Write(new Lion(), KerasFileTests.Network())!.ToJsonString()));

    [Theory]
    [InlineData("""{"optimizers": [], "weights": []}""", "0 optimizers")]
    [InlineData("""{"optimizers": ["sgd"]}""", "'weights'")]
    [InlineData("""{"optimizers": ["sgd"], "weights": [3]}""", "one list for each")]
    public void What_does_not_fit_is_named(string config, string named) =>
        Assert.Contains(named, Assert.Throws<KerasFormatException>(() => Read($$"""{"class_name": "MultiOptimizer", "registered_name": "Thalweg>MultiOptimizer", "config": {{config}}}""")).Message, StringComparison.Ordinal);

    static Optimizer Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return MultiOptimizers.Read(document.RootElement, "here");
    }
}
