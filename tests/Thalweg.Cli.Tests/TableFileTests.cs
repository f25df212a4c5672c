using System.CommandLine;
using Thalweg.Data;

namespace Thalweg.Cli.Tests;

public sealed class TableFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(params string[] lines)
    {
        string path = Path.Combine(folder, "table.csv");
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    static CsvOptions Options(params string[] arguments)
    {
        var file = new TableFile();
        var command = new Command("train");
        file.AddTo(command);
        return file.Options(command.Parse(arguments));
    }

    static string Message(string path, CsvOptions? options = null) => Assert.Throws<UserErrorException>(() => TableFile.Read(path, options)).Message;

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("no file 'none.csv'", Message("none.csv"), StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_no_table() => Assert.Contains("is a folder", Message(folder), StringComparison.Ordinal);

    [Fact]
    public void Options_say_what_the_file_does_not()
    {
        var table = TableFile.Read(File("code|size|y", "1|2|a", "02|-999|b", "3|4|a"), Options("--delimiter", "|", "--missing", "-999", "--text", "code"));
        Assert.Equal("02", Assert.IsType<TextColumn>(table["code"])[1]);
        Assert.True(table["size"].IsMissing(1));
    }

    [Fact]
    public void A_tab_can_be_named() => Assert.Equal('\t', Options("--delimiter", "tab").Delimiter);

    [Fact]
    public void A_delimiter_is_one_character() => Assert.Throws<UserErrorException>(() => Options("--delimiter", "::"));

    [Fact]
    public void Remedies_are_options_of_the_command()
    {
        string[] numbers = [.. Enumerable.Range(1, 50).Select(i => $"{i},{i % 2}")];
        string wrongCell = Message(File(["a,y", .. numbers, "many,1"]));
        Assert.Contains("line 52", wrongCell, StringComparison.Ordinal);
        Assert.Contains("--missing", wrongCell, StringComparison.Ordinal);
        Assert.Contains("--text", wrongCell, StringComparison.Ordinal);
        string[] all = [wrongCell, Message(File("a,b", "1,2", "3")), Message(File("a,b", "1,\"2")), Message(File("a,b", "1,\"2\"3"))];
        Assert.All(all, message => Assert.DoesNotContain("CsvOptions", message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_is_not_there_can_not_be_text() =>
        Assert.Contains("'size'", Message(File("code,y", "1,a"), Options("--text", "size")), StringComparison.Ordinal);
}
