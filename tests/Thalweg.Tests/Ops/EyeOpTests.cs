using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class EyeOpTests
{
    [Fact]
    public void Ones_on_the_diagonal()
    {
        Near.Equal([1, 0, 0, 1], Tensor.Eye(2), 0);
        Near.Equal([1, 0, 0, 0, 1, 0], Tensor.Eye(2, 3, DType.Int32), 0);
        Assert.Equal([0, 0], Tensor.Eye(0).Shape);
    }
}
