namespace Thalweg.Cli.Tests;

public sealed class BookCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused_in_words()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "mine", TestContext.Current.CancellationToken);
        Assert.Contains("holds other files", await TestCommand.FailAsync("book", "export", folder), StringComparison.Ordinal);
    }
}
