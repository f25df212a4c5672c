using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Thalweg.Lab.Tests.Api;

[Collection(nameof(RandomSeed))]
public class RunApiTests
{
    static readonly object Settings = new { dataset = "iris", layers = "5,3", activation = "tanh", epochs = 3, seed = 1, name = "<script>alert(1)</script>", tags = new[] { "raw", "lesson" } };

    static async Task<string> TextAsync(TestLab lab, string path)
    {
        using var answer = await lab.Client.GetAsync(path, TestLab.Ending);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestLab.Ending);
    }

    [Fact]
    public async Task Runs_are_listed_by_tag_and_kind()
    {
        await using var lab = await TestLab.StartAsync();
        long first = await lab.TrainedAsync(Settings), second = await lab.TrainedAsync();
        Assert.Equal([second, first], (await lab.GetAsync("/api/runs")).AsArray().Select(run => (long)run!["id"]!));
        Assert.Equal([first], (await lab.GetAsync("/api/runs?tag=raw&kind=train")).AsArray().Select(run => (long)run!["id"]!));
        Assert.Empty((await lab.GetAsync("/api/runs?kind=descent")).AsArray());
        Assert.Equal("""[{"tag":"lesson","runs":1},{"tag":"raw","runs":1}]""", (await lab.GetAsync("/api/tags")).ToJsonString());
    }

    [Fact]
    public async Task A_run_says_its_layers_and_shows_its_network()
    {
        await using var lab = await TestLab.StartAsync();
        var run = await lab.GetAsync($"/api/runs/{await lab.TrainedAsync(Settings)}");
        Assert.Equal([5, 3, 3], run["layers"]!.AsArray().Select(layer => (int)layer!["units"]!));
        Assert.Equal(["tanh", "tanh", "softmax"], run["layers"]!.AsArray().Select(layer => (string)layer!["activation"]!));
        Assert.Equal(25, (int)run["layers"]![0]!["parameters"]!);
        Assert.Contains("<svg", (string)run["network"]!["svg"]!, StringComparison.Ordinal);
        Assert.Equal(("target", "classification", 32), ((string)run["settings"]!["target"]!, (string)run["settings"]!["task"]!, (int)run["settings"]!["batchSize"]!));
        Assert.Equal(404, (await lab.RefusedAsync(HttpMethod.Get, "/api/runs/999")).Status);
    }

    [Fact]
    public async Task A_run_is_renamed_and_deleted()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Settings);
        using var patched = await lab.Client.PatchAsJsonAsync($"/api/runs/{id}", new { name = "better", tags = new[] { "x" } }, TestLab.Ending);
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        var run = await lab.GetAsync($"/api/runs/{id}");
        Assert.Equal(("better", "x"), ((string)run["name"]!, (string)run["tags"]![0]!));
        Assert.Equal("name", (await lab.RefusedAsync(HttpMethod.Patch, $"/api/runs/{id}", new { name = new string('n', 500) })).Field);
        using var deleted = await lab.Client.DeleteAsync($"/api/runs/{id}", TestLab.Ending);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(404, (await lab.RefusedAsync(HttpMethod.Delete, $"/api/runs/{id}")).Status);
        Assert.False(Directory.Exists(Path.Combine(lab.Folder, "runs", $"{id}")));
    }

    [Fact]
    public async Task A_network_is_exported_as_the_command_reads_it_and_everything_as_one_archive()
    {
        await using var lab = await TestLab.StartAsync();
        long training = await lab.TrainedAsync(Settings);
        long race = await lab.TrainedAsync(new { kind = "descent", objective = "beale", start = new[] { 1.0, 1 }, steps = 5, racers = new[] { new { optimizer = "sgd(0.01)" } } });
        string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;
        try
        {
            string file = Path.Combine(folder, "network.keras");
            await File.WriteAllBytesAsync(file, await lab.Client.GetByteArrayAsync(new Uri($"/api/runs/{training}/export?format=keras", UriKind.Relative), TestLab.Ending), TestLab.Ending);
            var saved = Lab.Trainings.SavedModel.Load(file);
            Assert.Equal(("target", 3, 4), (saved.Encoder.Target, saved.Epochs, saved.Model.Weights[0].Shape[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await lab.Client.GetByteArrayAsync(new Uri("/api/export", UriKind.Relative), TestLab.Ending)));
        Assert.Equal(new[] { $"run-{training}.csv", $"run-{training}.json", $"run-{training}.keras", $"run-{race}.csv", $"run-{race}.json" }.Order(StringComparer.Ordinal), archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.All(archive.Entries, entry => Assert.True(entry.Length > 20));
        Assert.Contains("no network", (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{race}/export?format=keras")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_in_the_readers_language()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Settings);
        string english = await TextAsync(lab, $"/api/runs/{id}/export?format=html"), french = await TextAsync(lab, $"/api/runs/{id}/export?format=html&lang=fr");
        Assert.Contains("<html lang=\"fr\">", french, StringComparison.Ordinal);
        Assert.Contains("<h2>Courbes d’apprentissage</h2>", french, StringComparison.Ordinal);
        Assert.Contains("<td>Taux d’apprentissage</td><td class=\"number\">0,001</td>", french, StringComparison.Ordinal);
        // Headings and captions that read the same in both would be English ones.
        foreach (string tag in new[] { "h2", "caption", "figcaption" })
        {
            string[] same = [.. Texts(english, tag).Intersect(Texts(french, tag)).Except(["Classes"])];
            Assert.Equal([], same);
        }

        static IEnumerable<string> Texts(string html, string tag) => html.Split($"<{tag}>").Skip(1).Select(part => part.Split($"</{tag}>")[0]);
    }

    [Fact]
    public async Task A_run_is_exported_as_numbers_and_as_a_page()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Settings);
        string csv = await TextAsync(lab, $"/api/runs/{id}/export?format=csv");
        Assert.StartsWith("epoch,loss,accuracy,val_loss,val_accuracy\n1,", csv, StringComparison.Ordinal);
        Assert.Equal(5, csv.Split('\n').Length);
        var json = JsonNode.Parse(await TextAsync(lab, $"/api/runs/{id}/export"))!;
        Assert.Equal(3, json["history"]!["loss"]!.AsArray().Count);
        Assert.Equal(3 * 4, json["batchLosses"]!.AsArray().Count);
        string html = await TextAsync(lab, $"/api/runs/{id}/export?format=html");
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("format", (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{id}/export?format=doc")).Field);
    }
}
