namespace Thalweg.Tests.Ops;

public class ReduceOperationTests
{
    [Fact]
    public void Shapes_with_and_without_their_reduced_axes()
    {
        Assert.Equal([2, 1, 1], ReduceOperation.KeptShape([2, 3, 4], [1, -1]));
        Assert.Equal([2], ReduceOperation.DroppedShape([2, 3, 4], [1, -1]));
        Assert.Equal(12, ReduceOperation.Reduced([2, 3, 4], [1, -1]));
        Assert.Equal(24, ReduceOperation.Reduced([2, 3, 4], []));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => ReduceOperation.Reduced([2, 3], [1, -1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_reduce_is_an_error_where_there_is_a_result()
    {
        Assert.Throws<ArgumentException>(() => ReduceOperation.RequireElements([2, 0], [1], "Max"));
        ReduceOperation.RequireElements([0, 2], [1], "Max");
    }
}
