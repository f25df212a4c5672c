using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class ClipNormTests
{
    [Fact]
    public void Each_gradient_has_at_most_the_norm()
    {
        Variable[] w = [new(Tensor.Of(0.0, 0), "a"), new(Tensor.Of(0.0), "b")];
        new Sgd(1) { Transformations = [new ClipNorm(1)] }.Apply(w, [Tensor.Of(3.0, -4), Tensor.Of(0.5)]);
        Near.Equal([-0.6, 0.8], w[0].Value, 1e-15);
        Near.Equal([-0.5], w[1].Value, 1e-15);
    }
}
