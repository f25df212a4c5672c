namespace Thalweg.Data.Tests;

public class CsvOptionsTests
{
    [Theory]
    [InlineData('\n')]
    [InlineData('é')]
    public void A_delimiter_is_an_ascii_character_of_a_line(char delimiter)
    {
        var fault = Assert.Throws<ArgumentException>(() => new CsvOptions { Delimiter = delimiter });
        Assert.Contains("Delimiter is '", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CsvOptions { Quote = delimiter });
    }

    [Fact]
    public void At_least_one_thread_reads() =>
        Assert.Contains("Threads must be 1 or more", Assert.Throws<ArgumentOutOfRangeException>(() => new CsvOptions { Threads = 0 }).Message, StringComparison.Ordinal);

    [Fact]
    public void By_default_four_cells_mean_no_value() => Assert.Equal(["", "NA", "NaN", "?"], new CsvOptions().MissingValues);
}
