namespace Thalweg.Tests.Tensors;

public class TensorIndexTests
{
    [Fact]
    public void Numbers_ranges_and_the_rest_are_indices()
    {
        Assert.Equal(TensorIndex.Kind.Position, ((TensorIndex)3).Which);
        Assert.Equal(^2, ((TensorIndex)(-2)).Position);
        Assert.Equal(TensorIndex.Kind.Range, ((TensorIndex)(1..^1)).Which);
        Assert.Equal(^1, ((TensorIndex)(^1)).Position);
        Assert.Equal(TensorIndex.Kind.Ellipsis, TensorIndex.Rest.Which);
        Assert.Equal(TensorIndex.Kind.NewAxis, TensorIndex.NewAxis.Which);
    }
}
