using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Layers;

public class LayerCallsTests
{
    [Fact]
    public void The_first_use_makes_the_weights_and_the_second_shares_them()
    {
        var dense = new Dense(5);
        dense.Apply(Input.Of(4));
        var weights = dense.Weights;
        dense.Apply(Input.Of(4));
        Assert.Equal([4, 5], weights[0].Shape);
        Assert.Equal(weights, dense.Weights);
    }

    [Fact]
    public void Several_inputs_and_outputs()
    {
        var (a, b) = (Input.Of(4), Input.Of(4));
        Assert.Equal([Shape.Unknown, 4], new Add().Apply([a, b]).Shape);
        var two = new Functional([a, b], [new Dense(2).Apply(a), new Dense(3).Apply(b)]);
        Assert.Equal([Shape.Unknown, 3], two.ApplyAll([Input.Of(4), Input.Of(4)])[1].Shape);
        Assert.Contains("ApplyAll", Assert.Throws<ArgumentException>(() => two.Apply([Input.Of(4), Input.Of(4)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_layer_does_not_take_is_refused()
    {
        Assert.Contains("one input, but got 2", Assert.Throws<ArgumentException>(() => new Dense(1).Apply([Input.Of(4), Input.Of(4)])).Message, StringComparison.Ordinal);
        Assert.Contains("(None, 3)", Assert.Throws<ArgumentException>(() => new Add().Apply([Input.Of(4), Input.Of(3)])).Message, StringComparison.Ordinal);
        Assert.Contains("Input.Of", Assert.Throws<ArgumentException>(() => new InputLayer(4).Apply(Input.Of(4))).Message, StringComparison.Ordinal);
    }
}
