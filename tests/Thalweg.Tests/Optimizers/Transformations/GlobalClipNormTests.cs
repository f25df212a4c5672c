using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class GlobalClipNormTests
{
    [Fact]
    public void All_gradients_together_have_at_most_the_norm()
    {
        Variable[] w = [new(Tensor.Of(0.0), "a"), new(Tensor.Of(0.0), "b")];
        new Sgd(1) { Transformations = [new GlobalClipNorm(1)] }.Apply(w, [Tensor.Of(3.0), Tensor.Of(-4.0)]);
        Near.Equal([-0.6], w[0].Value, 1e-15);
        Near.Equal([0.8], w[1].Value, 1e-15);
    }

    [Fact]
    public void Short_gradients_stay_and_broken_ones_are_seen()
    {
        var w = new Variable(Tensor.Of(0.0), "w");
        var optimizer = new Sgd(1) { GlobalClipNorm = 1 };
        optimizer.Apply([w], [Tensor.Of(0.5)]);
        Near.Equal([-0.5], w.Value, 1e-15);
        optimizer.Apply([w], [Tensor.Of(double.PositiveInfinity)]);
        Assert.True(double.IsNaN(w.Value.Item()));
    }
}
