using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class GradientNoiseTests
{
    [Fact]
    public void Noise_has_the_variance_it_should_and_a_seed()
    {
        Tensor Noise(long seed)
        {
            var w = new Variable(Tensor.Zeros([10_000], DType.Float64), "w");
            var optimizer = new Sgd(1) { Transformations = [new GradientNoise(0.25, gamma: 1, seed)] };
            optimizer.Apply([w], [w.Value]);
            var first = w.Value;
            optimizer.Apply([w], [w.Value.ZerosLike()]);
            Assert.InRange((w.Value - first).Std().Item(), 0.34, 0.367);      // √(0.25 / 2)
            return first;
        }
        Assert.InRange(Noise(1).Std().Item(), 0.485, 0.515);
        Near.Equal(Noise(1), Noise(1));
    }
}
