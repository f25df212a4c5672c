using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class DirectionsTests
{
    static readonly Variable[] Weights = [new(Tensor.RandomNormal([5, 3], stream: new RandomStream(1))), new(Tensor.Ones([3]))];

    [Fact]
    public void Each_filter_has_the_length_of_the_models_own_and_biases_stay()
    {
        var direction = Directions.FilterNormalized(Weights, 7);
        Near.Equal(Weights[0].Value.Square().Sum(axis: 0).ToArray<double>(), direction[0].Square().Sum(axis: 0), 1e-6);
        Near.Equal([0, 0, 0], direction[1], 0);
        Near.Equal(direction[0], Directions.FilterNormalized(Weights, 7)[0]);
    }

    [Fact]
    public void Towards_other_weights()
    {
        var direction = Directions.Towards(Weights, [Tensor.Zeros([5, 3]), Tensor.Full([3], 3)]);
        Near.Equal(-Weights[0].Value, direction[0]);
        Near.Equal([2, 2, 2], direction[1], 0);
        Assert.Throws<ArgumentException>(() => Directions.Towards(Weights, [Tensor.Zeros([5, 3])]));
    }
}
