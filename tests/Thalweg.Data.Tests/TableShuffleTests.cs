namespace Thalweg.Data.Tests;

/// <summary>The tests that set the program's seed run one after the other.</summary>
[CollectionDefinition(nameof(RandomSeed), DisableParallelization = true)]
public class RandomSeedCollection;

[Collection(nameof(RandomSeed))]
public class TableShuffleTests
{
    static readonly Table Numbers = new(new NumberColumn("n", [.. Enumerable.Range(0, 100).Select(i => (double)i)]));

    [Fact]
    public void A_shuffled_table_has_the_same_rows_in_another_order()
    {
        var shuffled = Numbers.Shuffle(seed: 1).Numbers("n");
        Assert.NotEqual(Numbers.Numbers("n"), shuffled);
        Assert.Equal(Numbers.Numbers("n"), shuffled.Order());
    }

    [Fact]
    public void The_seed_settles_the_order()
    {
        Assert.Equal(Numbers.Shuffle(seed: 1).Numbers("n"), Numbers.Shuffle(seed: 1).Numbers("n"));
        Assert.NotEqual(Numbers.Shuffle(seed: 1).Numbers("n"), Numbers.Shuffle(seed: 2).Numbers("n"));
    }

    [Fact]
    public void Without_a_seed_the_programs_seed_settles_it()
    {
        RandomSeed.Set(7);
        var first = Numbers.Shuffle().Numbers("n");
        Assert.NotEqual(first, Numbers.Shuffle().Numbers("n"));
        RandomSeed.Set(8);
        Assert.NotEqual(first, Numbers.Shuffle().Numbers("n"));
        RandomSeed.Set(7);
        Assert.Equal(first, Numbers.Shuffle().Numbers("n"));
    }
}
