using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class FusedWorkTests
{
    [Fact]
    public void Parts_cover_long_runs_and_many_runs_once()
    {
        var x = Tensor.Arange(0, 3 * 70_000, type: DType.Float32).Reshape([3, 70_000]);
        Tensor F(Tensor t) => t * t[.., ..1] + 1;
        Near.Equal(F(x), Planned.Run(F, x));
    }
}
