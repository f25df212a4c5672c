namespace Thalweg.Cli.Tests;

public class OutputFileTests
{
    static string Message(string path) => Assert.Throws<UserErrorException>(() => OutputFile.Check("plot", path, ".svg", ".png")).Message;

    [Fact]
    public void A_good_path_passes()
    {
        Assert.Null(OutputFile.Check("plot", null));
        Assert.Equal("curves.svg", OutputFile.Check("plot", "curves.svg", ".svg", ".png"));
    }

    [Fact]
    public void A_text_is_written()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        OutputFile.Write(path, "é");
        Assert.Equal([0xc3, 0xa9], File.ReadAllBytes(path));
        File.Delete(path);
    }

    [Fact]
    public void A_missing_folder_is_named() => Assert.Contains("nowhere' doesn't exist", Message(Path.Combine("nowhere", "curves.svg")), StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_not_a_file() => Assert.Contains("is a folder", Message(Path.GetTempPath()), StringComparison.Ordinal);

    [Fact]
    public void Another_format_is_refused() => Assert.Contains(".svg or .png", Message("curves.gif"), StringComparison.Ordinal);
}
