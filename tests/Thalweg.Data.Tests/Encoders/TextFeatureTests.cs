using Thalweg.Data.Encoders;

namespace Thalweg.Data.Tests.Encoders;

public class TextFeatureTests
{
    static string Fault(Column cells, int maxLevels) => Assert.Throws<ArgumentException>(() => TextFeature.Fit(cells, maxLevels)).Message;

    [Fact]
    public void Each_level_has_its_column_and_missing_one_if_training_had_it()
    {
        var encoder = TextFeature.Fit(new TextColumn("c", "b", null, "a"), 50);
        Assert.Equal(["c=a", "c=b", "c=(missing)"], encoder.Names);
        var made = encoder.Encode(new TextColumn("c", null, "a", "never seen")).ToArray();
        Assert.Equal([0, 1, 0], made[0].Values);
        Assert.Equal([0, 0, 0], made[1].Values);
        Assert.Equal([1, 0, 0], made[2].Values);
    }

    [Fact]
    public void Numbers_of_another_file_are_levels_as_they_are_written() =>
        Assert.Equal([1, 0], TextFeature.Fit(new TextColumn("c", "7", "x"), 50).Encode(new NumberColumn("c", 7, 8)).First().Values);

    [Fact]
    public void Labels_and_too_many_levels_are_refused()
    {
        Assert.Equal(
            "Column 'id' holds 12 different texts in 12 rows, one for each row, as a label does: drop it (Table.Drop, or --drop on the command line), group its values, or raise maxLevels.",
            Fault(new TextColumn("id", [.. Enumerable.Range(0, 12).Select(i => $"r{i}")]), 50));
        Assert.StartsWith(
            "Column 'c' holds 6 different texts in 12 rows, more than the 5 that make a category",
            Fault(new TextColumn("c", [.. Enumerable.Range(0, 12).Select(i => $"r{i % 6}")]), 5), StringComparison.Ordinal);
    }
}
