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
