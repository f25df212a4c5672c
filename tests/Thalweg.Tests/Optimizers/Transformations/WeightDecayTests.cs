using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class WeightDecayTests
{
    [Fact]
    public void Weights_shrink_before_the_rule()
    {
        Variable[] w = [new(Tensor.Of(2.0), "dense/kernel"), new(Tensor.Of(2.0), "dense/bias")];
        new Sgd(0.5) { WeightDecay = 0.1, ExcludeFromWeightDecay = ["bias"] }.Apply(w, [Tensor.Of(1.0), Tensor.Of(1.0)]);
        Near.Equal([2 - 2 * 0.1 * 0.5 - 0.5], w[0].Value, 1e-15);
        Near.Equal([1.5], w[1].Value, 1e-15);
        new Sgd(0.5) { Transformations = [new WeightDecay(0.1, weight => weight.Name == "dense/bias")] }.Apply(w, [Tensor.Of(0.0), Tensor.Of(0.0)]);
        Near.Equal([1.4 * 0.95], w[0].Value, 1e-15);
        Near.Equal([1.5], w[1].Value, 1e-15);
    }
}
