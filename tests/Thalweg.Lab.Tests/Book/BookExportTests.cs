using System.Text.Json;
using Thalweg.Lab.Book;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Book;

public sealed class BookExportTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-book-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_figure_is_recorded_and_the_page_says_that_it_is()
    {
        string site = Path.Combine(folder, "site");
        await BookExport.WriteAsync(site, TestContext.Current.CancellationToken);
        Assert.Contains("data-recorded", await File.ReadAllTextAsync(Path.Combine(site, "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        string[] figures = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(site, "book", "figures.json"), TestContext.Current.CancellationToken))!;
        Assert.NotEmpty(figures);
        foreach (string figure in figures)
        {
            var (kind, query) = (figure.Split('?')[0], figure.Split('?')[1]);
            string[] files = kind switch
            {
                "curves" => [$"book-{query}"],
                "activations" => [.. query.Split('&').Where(part => part.StartsWith("name=", StringComparison.Ordinal) || part.StartsWith("beside=", StringComparison.Ordinal)).Select(part => $"activation-{part.Split('=')[1]}")],
                _ => [$"race-{Array.IndexOf(figures, figure)}", $"field-{query.Split('=', '&')[1]}"],
            };
            Assert.All(files, file => Assert.True(File.Exists(Path.Combine(site, "data", file + ".json")), $"{figure}: {file}"));
        }
        Assert.All(new[] { "en", "fr" }, language => Assert.True(File.Exists(Path.Combine(site, "data", $"catalog-{language}.json"))));
        Assert.False(Directory.Exists(Path.Combine(site, "report")));
        await BookExport.WriteAsync(site, TestContext.Current.CancellationToken);         // over an earlier one
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "mine", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<UserErrorException>(() => BookExport.WriteAsync(folder, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<UserErrorException>(() => BookExport.WriteAsync(Path.Combine(folder, "mine.txt"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }
}
