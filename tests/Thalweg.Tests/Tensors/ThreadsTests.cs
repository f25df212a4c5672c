namespace Thalweg.Tests.Tensors;

public class ThreadsTests
{
    [Fact]
    public void The_number_of_threads_can_be_set() => Contracts.Widths.Alone(() =>
    {
        var before = Threads.Count;
        Threads.Count = 3;
        Assert.Equal(3, Threads.Count);
        Threads.Count = before;
        Assert.Equal(before, Threads.Count);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_at_least_one(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => Threads.Count = count);
}
