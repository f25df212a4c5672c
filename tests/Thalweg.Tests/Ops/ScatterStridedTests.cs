using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ScatterStridedTests
{
    [Fact]
    public void Puts_elements_of_every_size_among_zeros()
    {
        foreach (var type in Enum.GetValues<DType>())
        {
            var y = new ScatterStrided([2], [3], 1).Apply([6], type, Tensor.Ones([2], type));
            Near.Equal([0, 1, 0, 0, 1, 0], y, 0);
        }
        Assert.Equal<Operation>(new ScatterStrided([2], [3], 1), new ScatterStrided([2], [3], 1));
    }
}
