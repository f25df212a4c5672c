using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public class SeedGateTests
{
    [Fact]
    public void One_at_a_time_has_the_seed()
    {
        int inside = 0, most = 0;
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                using var seed = SeedGate.Enter();
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Thread.Yield();
                Interlocked.Decrement(ref inside);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(1, most);
    }

    [Fact]
    public void It_is_given_back_once_however_often_it_is_disposed_of()
    {
        var seed = SeedGate.Enter();
        seed.Dispose();
        seed.Dispose();
        new SeedGate.Holder().Dispose();
        using var again = SeedGate.Enter();
    }
}
