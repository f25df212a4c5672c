using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Objectives;

public class LeastSquaresTests : ObjectiveContract
{
    protected override Objective Objective { get; } = new LeastSquares(Tensor.RandomNormal([9, 3], type: DType.Float64, stream: new RandomStream(1)), Tensor.RandomNormal([9], type: DType.Float64, stream: new RandomStream(2)));

    [Fact]
    public void Shapes_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => new LeastSquares(Tensor.Zeros([3, 2]), Tensor.Zeros([2])));
}
