namespace Thalweg.Tests.Ops;

public class OperationTests
{
    [Fact]
    public void Two_of_a_kind_with_the_same_settings_are_equal()
    {
        var (first, second) = (new GatherStrided([2], [1], 0), new GatherStrided([2], [1], 0));
        Assert.Equal<Operation>(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual<Operation>(first, new GatherStrided([2], [2], 0));
        Assert.NotEqual<Operation>(new ScatterStrided([2], [1], 0), first);
        Assert.True(first.IsPure);
    }
}
