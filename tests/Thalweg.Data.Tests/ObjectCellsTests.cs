using System.Globalization;

namespace Thalweg.Data.Tests;

public class ObjectCellsTests
{
    [Fact]
    public void Numbers_of_every_kind_are_numbers()
    {
        object?[] values = [(sbyte)1, (byte)1, (short)1, (ushort)1, 1, 1u, 1L, 1UL, 1f, 1.0, 1m, (Half)1, null, DBNull.Value];
        var column = Assert.IsType<NumberColumn>(ObjectCells.ToColumn("n", values, typeof(object)));
        Assert.Equal(12, column.Values.ToArray().Sum(value => double.IsNaN(value) ? 0 : value));
        Assert.Equal(2, column.MissingCount);
    }

    [Fact]
    public void Booleans_stay_booleans() => Assert.IsType<BooleanColumn>(ObjectCells.ToColumn("b", [true, null], typeof(object)));

    [Fact]
    public void Anything_else_is_text_whatever_the_culture()
    {
        object?[] values = [new DateTime(2026, 1, 2, 3, 4, 5), new DateOnly(2026, 1, 2), DayOfWeek.Friday, 1.5, true, 'c', "s", null];
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            var column = ObjectCells.ToColumn("t", values, typeof(object));
            Assert.Equal(
                ["2026-01-02T03:04:05.0000000", "2026-01-02", "Friday", "1.5", "true", "c", "s", null],
                Enumerable.Range(0, values.Length).Select(column.Format));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(typeof(int?), ColumnType.Number)]
    [InlineData(typeof(decimal), ColumnType.Number)]
    [InlineData(typeof(bool), ColumnType.Boolean)]
    [InlineData(typeof(DayOfWeek), ColumnType.Text)]
    [InlineData(typeof(object), ColumnType.Text)]
    public void Without_values_the_declared_type_decides(Type declared, ColumnType type) =>
        Assert.Equal(type, ObjectCells.ToColumn("x", [null], declared).Type);

    [Fact]
    public void Arrays_are_refused() =>
        Assert.StartsWith("Column 'blob' holds Byte[] values", Assert.Throws<ArgumentException>(() => ObjectCells.ToColumn("blob", [new byte[3]], typeof(object))).Message, StringComparison.Ordinal);
}
