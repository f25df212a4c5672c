using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests;

/// <summary>A Lab of a test's own: a free port, an empty folder, and a client that asks it over HTTP.</summary>
sealed class TestLab : IAsyncDisposable
{
    readonly bool ownFolder;

    TestLab(LabServer server, string folder, bool ownFolder)
    {
        (Server, Folder, this.ownFolder) = (server, folder, ownFolder);
        Client = new HttpClient { BaseAddress = server.Address };
    }

    public LabServer Server { get; }

    public string Folder { get; }

    public HttpClient Client { get; }

    /// <summary>Cancelled with the test.</summary>
    public static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<TestLab> StartAsync(LabLimits? limits = null, string? folder = null, string? token = null)
    {
        string own = folder ?? Directory.CreateTempSubdirectory("thalweg-lab-").FullName;
        var server = await LabServer.StartAsync(new LabOptions { Port = 0, DataFolder = own, Limits = limits ?? new(), Token = token }, Ending);
        return new TestLab(server, own, folder is null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        if (ownFolder)
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Reads an answer, which must be one that went well.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path, Ending);
        return await ReadAsync(answer, path);
    }

    /// <summary>Sends JSON, and reads the answer, which must be one that went well.</summary>
    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(path, body, LabJson.Options, Ending);
        return await ReadAsync(answer, path);
    }

    /// <summary>Sends JSON that must be refused, and reads why.</summary>
    public async Task<(int Status, string Error, string? Field)> RefusedAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: LabJson.Options);
        using var answer = await Client.SendAsync(request, Ending);
        string text = await answer.Content.ReadAsStringAsync(Ending);
        Assert.False(answer.IsSuccessStatusCode, $"{method} {path} was answered: {text}");
        var json = JsonNode.Parse(text)!;
        return ((int)answer.StatusCode, (string)json["error"]!, (string?)json["field"]);
    }

    /// <summary>Begins a short training, and gives its number.</summary>
    public async Task<long> TrainAsync(object? settings = null) =>
        (long)(await PostAsync("/api/runs", settings ?? new { dataset = "iris", layers = "4", epochs = 4, seed = 1 }))["id"]!;

    /// <summary>Asks until a run stands as expected.</summary>
    public async Task<JsonNode> UntilAsync(long run, params string[] states)
    {
        while (true)
        {
            var found = await GetAsync($"/api/runs/{run}");
            string state = (string)found["state"]!;
            if (states.Contains(state))
                return found;
            Assert.False(state is "failed" or "stopped" or "done" or "interrupted", $"The run is {state}: {found["error"]}");
            await Task.Delay(10, Ending);
        }
    }

    /// <summary>Begins a training, and waits for its end.</summary>
    public async Task<long> TrainedAsync(object? settings = null)
    {
        long run = await TrainAsync(settings);
        await UntilAsync(run, "done");
        return run;
    }

    /// <summary>Asserts that of runs as given no more go on at once, and no more are kept, than the limits say.</summary>
    public static async Task AssertLimitedAsync(object longRun, object shortRun)
    {
        await using var lab = await StartAsync(new LabLimits { RunningTrainings = 1, KeptRuns = 2 });
        long id = await lab.TrainAsync(longRun);
        Assert.Equal(429, (await lab.RefusedAsync(HttpMethod.Post, "/api/runs", shortRun)).Status);
        await lab.Client.DeleteAsync($"/api/runs/{id}", Ending);
        await lab.TrainedAsync(shortRun);
        await lab.TrainedAsync(shortRun);
        Assert.Equal(409, (await lab.RefusedAsync(HttpMethod.Post, "/api/runs", shortRun)).Status);
    }

    static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, string path)
    {
        string text = await answer.Content.ReadAsStringAsync(Ending);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text) ?? throw new JsonException(path);
    }
}
