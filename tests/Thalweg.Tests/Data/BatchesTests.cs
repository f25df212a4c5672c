using Thalweg.Data;

namespace Thalweg.Tests.Data;

public class BatchesTests
{
    [Fact]
    public void In_order_the_last_batch_has_what_remains()
    {
        var batches = new Batches(7, 3);
        batches.Shuffle();
        Assert.Equal((3, 7, 3), (batches.Count, batches.Rows, batches.Size));
        Assert.Equal([3, 4, 5], batches[1].ToArray());
        Assert.Equal([6], batches[2].ToArray());
    }

    [Fact]
    public void In_a_drawn_order_every_row_comes_once_and_epochs_differ()
    {
        var batches = new Batches(7, 3, new RandomStream(1));
        int[] Epoch()
        {
            batches.Shuffle();
            return [.. batches[0], .. batches[1], .. batches[2]];
        }
        var (first, second) = (Epoch(), Epoch());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], first.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_batch_has_at_least_one_row() => Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(7, 0));
}
