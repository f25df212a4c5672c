using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SplitOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.Split([1], axis: 1)[1];

    protected override int[] Places => [4, 5, 6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 20, 21, 22, 23];

    [Fact]
    public void Equal_parts()
    {
        var parts = Tensor.Arange(6).Split(3);
        Assert.Equal(3, parts.Length);
        Near.Equal([4, 5], parts[2], 0);
    }

    [Fact]
    public void Parts_that_do_not_come_out_even_are_refused()
    {
        Assert.Contains("(6,)", Assert.Throws<ArgumentException>(() => Tensor.Arange(6).Split(4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tensor.Arange(6).Split([4, 2]));
        Assert.Throws<ArgumentException>(() => Tensor.Arange(6).Split([7]));
    }
}
