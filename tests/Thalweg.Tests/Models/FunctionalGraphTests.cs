using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class FunctionalGraphTests
{
    /// <summary>The order of the list of layers that Keras 3.15.1 wrote for two_branch.</summary>
    [Fact]
    public void Layers_have_the_order_of_Keras() =>
        Assert.Equal(["a", "b", "da", "db", "add", "cat", "o1", "o2"], TwoBranch.Build().Layers.Select(layer => layer.Name));

    [Fact]
    public void Each_use_comes_after_those_it_needs()
    {
        var model = TwoBranch.Build();
        var seen = new HashSet<SymbolicTensor>();
        foreach (var call in model.Calls)
        {
            Assert.All(call.Inputs, input => Assert.Contains(input, seen));
            seen.UnionWith(call.Outputs);
        }
        Assert.Equal(8, model.Calls.Count);
    }

    [Fact]
    public void A_shared_layer_stands_where_its_furthest_use_is()
    {
        var (a, shared) = (Input.Of(2, name: "a"), new Dense(2) { Name = "shared" });
        var middle = new ActivationLayer("relu") { Name = "middle" }.Apply(shared.Apply(a));
        Assert.Equal(["a", "shared", "middle"], new Functional(a, shared.Apply(middle)).Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void An_input_that_no_output_needs_stands_before_the_outputs()
    {
        var (a, idle) = (Input.Of(2, name: "a"), Input.Of(1, name: "idle"));
        Assert.Equal(["a", "idle", "y"], new Functional([a, idle], [new Dense(1) { Name = "y" }.Apply(a)]).Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void An_output_that_needs_another_input_is_refused_with_the_layer()
    {
        var (a, b) = (Input.Of(2, name: "a"), Input.Of(2, name: "b"));
        var sum = new Add().Apply([a, new Dense(2) { Name = "db" }.Apply(b)]);
        var error = Assert.Throws<ArgumentException>(() => new Functional(a, new Dense(1) { Name = "y" }.Apply(sum)));
        Assert.Contains("the output 'y' needs the input 'b' (it goes into layer 'db')", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_layers_in_a_row_are_walked_without_a_deep_stack()
    {
        var a = Input.Of(1);
        var y = a;
        for (var i = 0; i < 10_000; i++)
        {
            y = new ActivationLayer("relu") { Name = $"layer_{i}" }.Apply(y);
        }
        Assert.Equal(10_001, FunctionalGraph.Calls("deep", [a], [y]).Count);
    }
}
