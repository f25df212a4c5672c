namespace Thalweg.Tests.Tensors;

public class DTypeTests
{
    [Theory]
    [InlineData(DType.Bool, DType.Int32, DType.Int32)]
    [InlineData(DType.Int32, DType.Float32, DType.Float32)]
    [InlineData(DType.Float64, DType.Float32, DType.Float64)]
    public void The_later_type_wins(DType a, DType b, DType expected)
    {
        Assert.Equal(expected, DType.Promote(a, b));
        Assert.Equal(expected, DType.Promote(b, a));
    }

    [Fact]
    public void Sizes_and_kinds()
    {
        Assert.Equal([1, 4, 4, 8], Enum.GetValues<DType>().Select(type => type.Size));
        Assert.Equal([false, false, true, true], Enum.GetValues<DType>().Select(type => type.IsFloating));
        Assert.Equal(DType.Float32, DType.Int32.ToFloating());
        Assert.Equal(DType.Float64, DType.Float64.ToFloating());
    }

    [Fact]
    public void A_type_of_CSharp_that_tensors_do_not_hold_is_named()
    {
        Assert.Equal(DType.Int32, DType.Of<int>());
        Assert.Contains("Decimal", Assert.Throws<ArgumentException>(() => DType.Of<decimal>()).Message, StringComparison.Ordinal);
    }
}
