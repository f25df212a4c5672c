using CsCheck;

namespace Thalweg.Data.Tests;

public class TableSplitTests
{
    static readonly Table Iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);

    [Fact]
    public void Every_row_goes_to_one_of_the_two_tables() =>
        (from rows in Gen.Int[2, 60] from fraction in Gen.Double[0.02, 0.98] from shuffle in Gen.Bool from stratify in Gen.Bool from classes in Gen.Int[1, 5] select (rows, fraction, shuffle, stratify, classes))
            .Where(c => Math.Round(c.fraction * c.rows, MidpointRounding.AwayFromZero) is var first && first > 0 && first < c.rows)
            .Sample(
                c =>
                {
                    double[] ids = [.. Enumerable.Range(0, c.rows).Select(i => (double)i)];
                    var table = new Table(new NumberColumn("id", ids), new NumberColumn("class", [.. ids.Select(id => id % c.classes)]));
                    var (first, second) = table.Split(c.fraction, c.shuffle, c.stratify ? "class" : null, seed: 1);
                    Assert.Equal((int)Math.Round(c.fraction * c.rows, MidpointRounding.AwayFromZero), first.RowCount);
                    Assert.Equal(ids, first.Numbers("id").Concat(second.Numbers("id")).Order());
                },
                iter: 500);

    [Fact]
    public void Strata_keep_their_shares()
    {
        var (train, test) = Iris.Split(0.8, stratify: "target", seed: 3);
        Assert.Equal([40, 40, 40], train.Numbers("target").CountBy(value => value).Select(pair => pair.Value));
        Assert.Equal([10, 10, 10], test.Numbers("target").CountBy(value => value).Select(pair => pair.Value));
    }

    [Fact]
    public void Without_shuffling_the_first_rows_come_first()
    {
        var (first, second) = Iris.Split(0.2, shuffle: false);
        Cells.AssertSame(Iris.Rows(..30), first);
        Cells.AssertSame(Iris.Rows(30..), second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(0.999)]
    public void A_share_that_leaves_a_table_empty_is_refused(double fraction)
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => Iris.Split(fraction));
        Assert.StartsWith("Of 150 rows, this share leaves one table empty", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_stratum_is_refused() => Assert.Throws<ArgumentException>(() => Iris.Split(0.5, stratify: "species"));
}
