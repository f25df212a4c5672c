using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Objectives;

public class LeastSquaresTests : ObjectiveContract
{
    protected override Objective Objective { get; } = new LeastSquares(Tensor.RandomNormal([9, 3], type: DType.Float64, stream: new RandomStream(1)), Tensor.RandomNormal([9], type: DType.Float64, stream: new RandomStream(2)));

    [Fact]
    public void At_the_minimiser_the_residual_is_orthogonal_to_the_inputs()
    {
        var x = Tensor.From(new[,] { { 1.0, 0 }, { 1, 1 }, { 1, 2 } });
        var line = new LeastSquares(x, Tensor.Of(1.0, 2, 4));
        Assert.Equal([5 / 6.0, 1.5], line.Minimisers[0].ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(1 / 12.0, line.LeastCost!.Value, 1e-12);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => new LeastSquares(Tensor.Zeros([3, 2]), Tensor.Zeros([2])));
}
