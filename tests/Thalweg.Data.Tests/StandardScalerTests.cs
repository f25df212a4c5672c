namespace Thalweg.Data.Tests;

public class StandardScalerTests
{
    static readonly Table Table = new(
        new NumberColumn("x", 1, 2, double.NaN, 3),
        new NumberColumn("same", 0.1, 0.1, 0.1, 0.1),
        new NumberColumn("none", double.NaN, double.NaN, double.NaN, double.NaN),
        new TextColumn("t", "a", "b", "c", "d"));

    [Fact]
    public void Mean_and_deviation_are_those_of_the_population_without_gaps()
    {
        var scaler = StandardScaler.Fit(Table);
        Assert.Equal(["x", "same", "none"], scaler.Columns);
        Assert.Equal([2, 0.1, 0], scaler.Means);
        Assert.Equal([Math.Sqrt(2.0 / 3), 1, 1], scaler.Deviations);
        Assert.Equal(["same", "none"], scaler.ConstantColumns);
    }

    [Fact]
    public void Applied_it_gives_mean_0_and_deviation_1_and_a_constant_column_zeros()
    {
        var scaled = StandardScaler.Fit(Table).Apply(Table);
        Assert.Equal([-Math.Sqrt(1.5), 0, double.NaN, Math.Sqrt(1.5)], scaled.Numbers("x").Select(value => Math.Round(value, 14)), (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-12);
        Assert.All(scaled.Numbers("same"), value => Assert.Equal(0, value));
        Assert.Equal(["a", "b", "c", "d"], scaled.Texts("t"));
    }

    [Fact]
    public void Other_rows_are_measured_by_the_same_rule_and_come_back()
    {
        var scaler = StandardScaler.Fit(Table, "x");
        var others = new Table(new NumberColumn("x", 10, -4));
        Assert.Equal([(10 - 2) / Math.Sqrt(2.0 / 3), (-4 - 2) / Math.Sqrt(2.0 / 3)], scaler.Apply(others).Numbers("x"));
        Assert.Equal([10, -4], scaler.Invert(scaler.Apply(others)).Numbers("x").Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_column_of_text_is_refused() =>
        Assert.StartsWith("Column 't' holds Text cells, not Number.", Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Table, "t")).Message, StringComparison.Ordinal);

    [Fact]
    public void Comes_back_from_JSON()
    {
        var table = new Table(new NumberColumn("a", 1, 2, 4), new NumberColumn("b", 5, 5, 5));
        var scaler = StandardScaler.Fit(table);
        var again = StandardScaler.FromJson(System.Text.Json.Nodes.JsonNode.Parse(scaler.ToJson().ToJsonString())!.AsObject());
        Assert.Equal(scaler.Means, again.Means);
        Assert.Equal(scaler.Deviations, again.Deviations);
        Assert.Equal(scaler.ConstantColumns, again.ConstantColumns);
        Assert.Throws<FormatException>(() => StandardScaler.FromJson([]));
    }
}
