using Thalweg.Data.Encoders;

namespace Thalweg.Data.Tests.Encoders;

public class NumberFeatureTests
{
    [Fact]
    public void Missing_cells_take_the_training_mean_and_are_marked_if_training_had_some()
    {
        var encoder = NumberFeature.Fit(new NumberColumn("n", 1, double.NaN, 3));
        var made = encoder.Encode(new NumberColumn("n", double.NaN, 7)).ToArray();
        Assert.Equal(["n", "n (missing)"], made.Select(column => column.Name));
        Assert.Equal([2, 7], made[0].Values);
        Assert.Equal([1, 0], made[1].Values);
    }

    [Fact]
    public void Without_gaps_in_training_there_is_no_mark()
    {
        var made = NumberFeature.Fit(new NumberColumn("n", 1, 3)).Encode(new NumberColumn("n", double.NaN)).ToArray();
        Assert.Equal([2], Assert.Single(made).Values);
    }

    [Fact]
    public void Booleans_are_0_and_1()
    {
        var encoder = NumberFeature.Fit(new BooleanColumn("b", true, false));
        Assert.Equal([0, 1], encoder.Encode(new BooleanColumn("b", false, true)).Single().Values);
        Assert.Equal("'b': boolean, as 0 or 1", encoder.Description);
    }

    [Fact]
    public void Texts_are_refused_unless_all_are_missing()
    {
        var encoder = NumberFeature.Fit(new NumberColumn("n", 1, 3));
        Assert.Equal([2], encoder.Encode(new TextColumn("n", [null])).Single().Values);
        Assert.StartsWith("Column 'n' holds text where the training rows held numbers", Assert.Throws<ArgumentException>(() => encoder.Encode(new TextColumn("n", "x")).ToArray()).Message, StringComparison.Ordinal);
    }
}
