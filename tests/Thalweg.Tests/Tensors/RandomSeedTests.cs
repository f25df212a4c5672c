namespace Thalweg.Tests.Tensors;

[Collection(nameof(RandomSeed))]
public class RandomSeedTests
{
    [Fact]
    public void The_same_seed_hands_out_the_same_streams()
    {
        RandomSeed.Set(5);
        var first = new[] { RandomSeed.NextStream().NextBits(), RandomSeed.NextStream().NextBits() };
        RandomSeed.Set(5);
        var second = new[] { RandomSeed.NextStream().NextBits(), RandomSeed.NextStream().NextBits() };

        Assert.Equal(first, second);
        Assert.NotEqual(first[0], first[1]);
    }

    [Fact]
    public void Current_is_the_seed_that_was_set()
    {
        RandomSeed.Set(-3);
        Assert.Equal(-3, RandomSeed.Current);
        Assert.Equal(-3, RandomSeed.NextStream().Seed);
    }

    [Fact]
    public void Threads_never_share_a_stream()
    {
        RandomSeed.Set(1);
        var numbers = new long[1000];
        Parallel.For(0, numbers.Length, i => numbers[i] = RandomSeed.NextStream().Stream);
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }

    [Fact]
    public void A_scope_has_a_seed_of_its_own_and_leaves_the_programs_as_it_was()
    {
        RandomSeed.Set(1);
        var before = RandomSeed.NextStream();
        using (RandomSeed.Scope(7))
        {
            var (first, second) = (RandomSeed.NextStream(), RandomSeed.NextStream());
            Assert.Equal((7L, 0L, 1L), (first.Seed, first.Stream, second.Stream));
            using (RandomSeed.Scope(8))
            {
                RandomSeed.Set(9);
                Assert.Equal(9, RandomSeed.Current);
            }
            var restore = RandomSeed.Keep();
            RandomSeed.Set(10);
            restore();
            var third = RandomSeed.NextStream();
            Assert.Equal((7L, 2L), (third.Seed, third.Stream));
        }
        var after = RandomSeed.NextStream();
        Assert.Equal((1L, before.Stream + 1), (after.Seed, after.Stream));
    }

    [Fact]
    public async Task Scopes_side_by_side_draw_what_each_draws_alone()
    {
        static async Task<long[]> DrawAsync(long seed)
        {
            await Task.Yield();
            using var scope = RandomSeed.Scope(seed);
            var numbers = new long[50];
            for (var i = 0; i < numbers.Length; i++)
            {
                if (i == 25)
                {
                    RandomSeed.Set(~seed);
                }
                await Task.Yield();
                numbers[i] = (long)await Task.Run(() => RandomSeed.NextStream().NextBits());
            }
            return numbers;
        }
        var alone = new[] { await DrawAsync(1), await DrawAsync(2), await DrawAsync(3) };
        var together = await Task.WhenAll(DrawAsync(1), DrawAsync(2), DrawAsync(3));
        Assert.Equal(alone, together);
        Assert.NotEqual(alone[0], alone[1]);
    }
}

/// <summary>Tests that set the program's seed don't run beside others.</summary>
[CollectionDefinition(nameof(RandomSeed), DisableParallelization = true)]
public class RandomSeedCollection;
