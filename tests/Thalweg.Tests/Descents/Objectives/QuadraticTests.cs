using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Objectives;

public class QuadraticTests : ObjectiveContract
{
    protected override Objective Objective { get; } = new Quadratic(25, 0.6);

    [Fact]
    public void Curvatures_are_1_and_the_condition_number()
    {
        var (values, _) = SymmetricEigen.Of(((Quadratic)Objective).Matrix);
        Near.Equal([1, 25], values, 1e-13);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quadratic(0));
    }
}
