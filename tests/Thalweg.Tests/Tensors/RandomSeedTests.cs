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
}

/// <summary>Tests that set the program's seed don't run beside others.</summary>
[CollectionDefinition(nameof(RandomSeed), DisableParallelization = true)]
public class RandomSeedCollection;
