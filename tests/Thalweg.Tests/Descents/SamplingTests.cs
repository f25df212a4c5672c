using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class SamplingTests
{
    [Fact]
    public void An_order_covers_all_samples_once_an_epoch()
    {
        var batches = new Minibatches(7, 3, Sampling.Permutation, new RandomStream(1));
        int[][] epoch = [batches.Next(), batches.Next(), batches.Next()];
        Assert.Equal([3, 3, 1], epoch.Select(batch => batch.Length));
        Assert.Equal(Enumerable.Range(0, 7), epoch.SelectMany(batch => batch).Order());
        Assert.Equal(3, batches.Next().Length);
    }
}
