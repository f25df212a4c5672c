using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class TakeAlongAxisOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.TakeAlongAxis(Tensor.From(new[] { 2, 0, 1, 1, 0, 0, 2, -1 }, 2, 1, 4), axis: 1);

    protected override int[] Places => [8, 1, 6, 7, 12, 13, 22, 23];

    [Fact]
    public void Indices_must_fit()
    {
        Assert.Throws<ArgumentException>(() => Input.TakeAlongAxis(Tensor.Zeros([2, 1, 3], DType.Int32), 1));
        Assert.Throws<ArgumentException>(() => Input.TakeAlongAxis(Tensor.Zeros([2, 1, 4]), 1));
        Assert.Throws<ArgumentException>(() => Input.TakeAlongAxis(Tensor.Full([2, 1, 4], 3, DType.Int32), 1));
    }
}
