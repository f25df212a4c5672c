using Thalweg.Data.Encoders;

namespace Thalweg.Data.Tests.Encoders;

public class FeatureEncoderTests
{
    static (FeatureEncoder? Encoder, List<string> Warnings) Fit(Column column)
    {
        var warnings = new List<string>();
        return (FeatureEncoder.Fit(column, 50, warnings), warnings);
    }

    [Fact]
    public void The_type_of_the_cells_chooses_the_encoder()
    {
        Assert.IsType<NumberFeature>(Fit(new NumberColumn("n", 1, 2)).Encoder);
        Assert.IsType<NumberFeature>(Fit(new BooleanColumn("b", true, false)).Encoder);
        Assert.IsType<TextFeature>(Fit(new TextColumn("t", "a", "b")).Encoder);
    }

    [Fact]
    public void A_constant_column_is_kept_with_a_warning_and_a_gap_is_a_difference()
    {
        var (encoder, warnings) = Fit(new TextColumn("t", "a", "a"));
        Assert.NotNull(encoder);
        Assert.Single(warnings);
        Assert.Empty(Fit(new TextColumn("t", "a", null)).Warnings);
    }

    [Fact]
    public void Only_an_unnamed_column_of_different_whole_numbers_labels_rows()
    {
        Assert.Null(Fit(new NumberColumn("unnamed_0", 3, 1, 2)).Encoder);
        Assert.NotNull(Fit(new NumberColumn("unnamed_0", 3, 1, 1)).Encoder);
        Assert.NotNull(Fit(new NumberColumn("unnamed_0", 3, 1.5, 2)).Encoder);
        Assert.NotNull(Fit(new NumberColumn("id", 3, 1, 2)).Encoder);
    }
}
