using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class GatherStridedTests
{
    [Fact]
    public void Moves_elements_of_every_size()
    {
        foreach (var type in Enum.GetValues<DType>())
        {
            var x = Tensor.Of(1, 0, 1, 1, 0, 0).Cast(type);
            var y = new GatherStrided([3, 2], [1, 3], 0).Apply([3, 2], type, x);
            Near.Equal([1, 1, 0, 0, 1, 0], y, 0);
        }
    }
}
