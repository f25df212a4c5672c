using Thalweg.Activations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SparsemaxTests : AxisActivationContract
{
    protected override string Name => "sparsemax";

    protected override Activation Along(int axis) => new Sparsemax(axis);

    protected override Activation AsKeras(int axis) => new Sparsemax(axis, AsKeras: true);

    [Fact]
    public void Results_are_the_nearest_probabilities()
    {
        Near.Equal([0.75, 0.25, 0], new Sparsemax().Apply(Tensor.Of(6.0, 5.5, 0)), 1e-15);
        Near.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], new Sparsemax().Apply(Tensor.Of(2.0, 2, 2)), 1e-15);
        var x = Tensor.RandomNormal([40, 7], std: 2, type: DType.Float64, stream: new RandomStream(1));
        Near.Equal(Tensor.Ones([40], DType.Float64), new Sparsemax().Apply(x).Sum(axis: -1), 1e-14);
    }
}
