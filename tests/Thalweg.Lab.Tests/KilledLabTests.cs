using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Thalweg.Lab.Tests;

/// <summary>The command in a process of its own, killed in the middle of a training.</summary>
[Collection(nameof(RandomSeed))]
public sealed class KilledLabTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    async Task<(Process Process, HttpClient Client)> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (string argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "Thalweg.Cli.dll"), "lab", "--no-browser", "--port", "0", "--data", folder })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync(Ending);
        Assert.StartsWith("The Lab is open at ", line, StringComparison.Ordinal);
        return (process, new HttpClient { BaseAddress = new Uri(line!["The Lab is open at ".Length..]) });
    }

    static async Task<JsonNode> RunAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("/api/runs/1", Ending))!;

    [Fact]
    public async Task Its_descent_is_interrupted_and_computed_again_with_the_same_bits()
    {
        const string Settings = """{"kind":"descent","objective":"ackley","steps":50000,"seed":3,"racers":[{"optimizer":"adam(0.0001)","noise":0.1}],"changes":[{"step":100,"racer":0,"optimizer":"adam(0.0002)"}]}""";
        var (first, client) = await StartAsync();
        using (first)
        using (client)
        {
            using var body = new StringContent(Settings, System.Text.Encoding.UTF8, "application/json");
            using var begun = await client.PostAsync("/api/runs", body, Ending);
            Assert.True(begun.IsSuccessStatusCode);
            first.Kill();
            await first.WaitForExitAsync(Ending);
        }

        await using var lab = await TestLab.StartAsync(folder: folder);
        Assert.Equal("interrupted", (string)(await lab.GetAsync("/api/runs/1"))["state"]!);
        await lab.PostAsync("/api/runs/1/resume", new { });
        var resumed = await lab.UntilAsync(1, "done");
        var expected = await lab.UntilAsync((long)(await lab.PostAsync("/api/runs", JsonNode.Parse(Settings)!))["id"]!, "done");
        Assert.Equal(expected["history"]!.ToJsonString(), resumed["history"]!.ToJsonString());
        Assert.Equal(50_001, resumed["history"]!["loss/1"]!.AsArray().Count);
    }

    [Fact]
    public async Task Its_run_is_interrupted_and_resumes_with_the_same_bits()
    {
        const string Settings = """{"dataset":"iris","layers":"6","epochs":300,"batchSize":8,"seed":11}""";
        var (first, client) = await StartAsync();
        using (first)
        using (client)
        {
            using var body = new StringContent(Settings, System.Text.Encoding.UTF8, "application/json");
            using var begun = await client.PostAsync("/api/runs", body, Ending);
            Assert.True(begun.IsSuccessStatusCode);
            while ((int)(await RunAsync(client))["summary"]!["epochs"]! < 3)
                await Task.Delay(2, Ending);
            first.Kill();
            await first.WaitForExitAsync(Ending);
        }

        await using var lab = await TestLab.StartAsync(folder: folder);
        var interrupted = await lab.GetAsync("/api/runs/1");
        Assert.Equal("interrupted", (string)interrupted["state"]!);
        int epochs = (int)interrupted["summary"]!["epochs"]!;
        Assert.InRange(epochs, 3, 299);
        await lab.PostAsync("/api/runs/1/resume", new { });
        var resumed = await lab.UntilAsync(1, "done");
        long whole = (long)(await lab.PostAsync("/api/runs", JsonNode.Parse(Settings)!))["id"]!;
        var expected = await lab.UntilAsync(whole, "done");
        Assert.Equal(expected["history"]!.ToJsonString(), resumed["history"]!.ToJsonString());
        Assert.Equal(300, resumed["history"]!["loss"]!.AsArray().Count);
    }
}
