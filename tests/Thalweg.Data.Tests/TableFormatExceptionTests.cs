namespace Thalweg.Data.Tests;

public class TableFormatExceptionTests
{
    [Theory]
    [InlineData("/data/a.csv", 3, 2, "a.csv, line 3, column 2: oops")]
    [InlineData("/data/a.csv", 0, 0, "a.csv: oops")]
    [InlineData(null, 3, 0, "line 3: oops")]
    [InlineData(null, 0, 0, "oops")]
    public void The_message_starts_with_the_place_that_is_known(string? path, long line, int column, string message)
    {
        var fault = new TableFormatException("oops", path, line, column);
        Assert.Equal(message, fault.Message);
        Assert.Equal((path, line, column), (fault.Path, fault.Line, fault.Column));
    }
}
