namespace Thalweg.Tests.Ops;

public class UnaryOperationTests
{
    [Fact]
    public void Truth_values_become_whole_numbers() => Assert.Equal(DType.Int32, (-Tensor.Of(true)).DType);
}
