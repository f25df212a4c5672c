using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ClipOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Clip(-1.5, 2);

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Clamp(x, -1.5, 2);

    protected override bool MakesFloating => true;    // −1.5 isn't whole

    [Fact]
    public void Gradient_is_one_on_the_bounds() => Near.Equal([1, 1, 0], Gradient.Of(x => x.Clip(-1, 1))(Tensor.Of(-1.0, 1.0, 1.5)), 0);

    [Fact]
    public void Bounds_the_wrong_way_round_are_refused() => Assert.Throws<ArgumentException>(() => Tensor.Scalar(1).Clip(2, 1));
}
