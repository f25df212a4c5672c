using System.Text.Json;
using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Book;

/// <summary>The book as a folder of files that any web host can serve: its pages, and what its figures show, recorded from the Lab.</summary>
public static class BookExport
{
    const string Catalog = "data/catalog-en.json";
    static readonly string[] Languages = ["en", "fr"];

    /// <summary>Writes the book.</summary>
    /// <param name="folder">Where to: new, empty, or an earlier export, which is written anew.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UserErrorException">The folder holds something else, or can't be written to.</exception>
    public static async Task WriteAsync(string folder, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (File.Exists(folder))
            throw new UserErrorException($"{folder} is a file; name a folder for the book.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Catalog)))
            throw new UserErrorException($"The folder {folder} holds other files, among which the book's would get lost; name a new or an empty one.");
        try
        {
            var pages = StaticPages.Embedded().Files;
            foreach (var (path, content) in pages.Where(page => !page.Key.StartsWith("report/", StringComparison.Ordinal)))
                await Save(folder, path, path == "index.html" ? Marked(content) : content, cancellation).ConfigureAwait(false);
            await Record(folder, JsonSerializer.Deserialize<string[]>(pages["book/figures.json"])!, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The book can't be written to {folder}: {fault.Message}", fault);
        }
    }

    /// <summary>The front page, marked as one without a Lab behind it.</summary>
    static byte[] Marked(byte[] page) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(page).Replace("<html lang=\"en\">", "<html lang=\"en\" data-recorded>", StringComparison.Ordinal));

    static async Task Record(string folder, string[] figures, CancellationToken cancellation)
    {
        string scratch = Directory.CreateTempSubdirectory("thalweg-book-").FullName;
        try
        {
            var lab = await LabServer.StartAsync(new LabOptions { Port = 0, DataFolder = scratch }, cancellation).ConfigureAwait(false);
            await using (lab.ConfigureAwait(false))
            {
                using var client = new HttpClient { BaseAddress = lab.Address };
                async Task Answer(string file, string request) =>
                    await Save(folder, file, await client.GetByteArrayAsync(new Uri(request, UriKind.Relative), cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

                byte[] catalog = await client.GetByteArrayAsync(new Uri("api/catalog", UriKind.Relative), cancellation).ConfigureAwait(false);
                foreach (var (number, figure) in figures.Index())
                {
                    var (kind, text) = (figure[..figure.IndexOf('?', StringComparison.Ordinal)], figure[(figure.IndexOf('?', StringComparison.Ordinal) + 1)..]);
                    if (kind == "curves")
                    {
                        await Answer($"data/book-{text}.json", $"api/book/{text}").ConfigureAwait(false);
                        continue;
                    }

                    var query = text.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
                    if (kind == "activations")
                    {
                        foreach (string name in new[] { query["name"], query["beside"] })
                            await Answer($"data/activation-{name}.json", $"api/activations/{name}?from=-5&to=5&points=201&layers={query["layers"]}").ConfigureAwait(false);
                        continue;
                    }

                    var race = RecordedRace.Of(query, catalog);
                    await Answer($"data/field-{race.Objective}.json", $"api/objectives/{race.Objective}/field?columns=91&rows=91").ConfigureAwait(false);
                    await Save(folder, FormattableString.Invariant($"data/race-{number}.json"), await race.RunAsync(lab.Address, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                }

                foreach (string language in Languages)
                {
                    client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
                    await Answer($"data/catalog-{language}.json", "api/catalog").ConfigureAwait(false);
                    client.DefaultRequestHeaders.AcceptLanguage.Clear();
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    static async Task Save(string folder, string path, byte[] content, CancellationToken cancellation)
    {
        string file = Path.Combine([folder, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content, cancellation).ConfigureAwait(false);
    }
}
