using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Thalweg.Descents;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public class DescentRunsTests
{
    static readonly object Short = new
    {
        kind = "descent",
        objective = "logistic_regression",
        start = new[] { 0.5, 1 },
        steps = 30,
        seed = 7,
        racers = new object[] { new { optimizer = "sgd(learning_rate=0.1)", batchSize = 4, sampling = "permutation" }, new { optimizer = "adam(0.1)" } },
        changes = new object[] { new { step = 10, racer = 1, optimizer = "adam(0.01)" } },
        name = "the chapter's race",
        tags = new[] { "chapter", "race" },
    };

    /// <summary>Descents that take longer than a test needs to end them.</summary>
    static readonly object Long = new { kind = "descent", objective = "ackley", steps = 100_000, racers = new[] { new { optimizer = "adam(0.0001)" } } };

    static double[] Numbers(JsonNode? curve) => [.. curve!.AsArray().Select(value => value is null ? double.NaN : (double)value)];

    [Fact]
    public async Task A_race_is_computed_and_kept_with_its_changes()
    {
        await using var lab = await TestLab.StartAsync();
        var run = await lab.UntilAsync(await lab.TrainAsync(Short), "done");
        Assert.Equal(("descent", "the chapter's race"), ((string)run["kind"]!, (string)run["name"]!));
        var walk = new Walk(Lab.Descents.Problems.Find("logistic_regression"), Tensor.Of(0.5, 1), new Adam(0.1), seed: 7);
        var expected = new List<Iterate> { walk.Last };
        for (int step = 0; step < 30; step++)
        {
            if (step == 10)
                walk.Optimizer = new Adam(0.01);
            expected.Add(walk.Step());
        }
        Assert.Equal(expected.Select(iterate => iterate.Cost), Numbers(run["history"]!["loss/2"]));
        Assert.Equal(expected.Select(iterate => iterate.GradientNorm), Numbers(run["history"]!["gradient_norm/2"]));
        Assert.Equal(expected.Select(iterate => iterate.Point.ToArray<double>()[1]), Numbers(run["history"]!["y/2"]));
        Assert.Equal(8, run["history"]!.AsObject().Count);
        Assert.Equal(30, (int)run["summary"]!["steps"]!);
        int best = (int)run["summary"]!["racer"]!;
        Assert.Equal(Numbers(run["history"]![$"loss/{best}"])[^1], (double)run["summary"]!["loss"]!);
    }

    [Fact]
    public async Task Settings_come_back_as_they_were_sent_and_make_the_same_race_again()
    {
        await using var lab = await TestLab.StartAsync();
        var run = await lab.UntilAsync(await lab.TrainAsync(Short), "done");
        var settings = run["settings"]!;
        Assert.Equal("""{"kind":"descent","objective":"logistic_regression","start":[0.5,1],"steps":30,"seed":7,"racers":[{"optimizer":"sgd(learning_rate=0.1)","batchSize":4,"sampling":"permutation","noise":0},{"optimizer":"adam(0.1)","batchSize":0,"sampling":"replacement","noise":0}],"changes":[{"step":10,"racer":1,"optimizer":"adam(0.01)"}]}""", settings.ToJsonString());
        var again = await lab.UntilAsync(await lab.TrainAsync(settings), "done");
        Assert.Equal(run["history"]!.ToJsonString(), again["history"]!.ToJsonString());
        Assert.Equal("logistic_regression: sgd(learning_rate=0.1), adam(0.1)", (string)again["name"]!);
    }

    [Fact]
    public async Task It_is_listed_renamed_exported_and_deleted_as_trainings_are()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Short);
        Assert.Equal(id, (long)(await lab.GetAsync("/api/runs?kind=descent&tag=race"))[0]!["id"]!);
        Assert.Empty((await lab.GetAsync("/api/runs?kind=train")).AsArray());
        using var patched = await lab.Client.PatchAsJsonAsync($"/api/runs/{id}", new { name = "better", tags = new[] { "x" } }, TestLab.Ending);
        Assert.Equal("better", (string)(await lab.GetAsync($"/api/runs/{id}"))["name"]!);
        string csv = await lab.Client.GetStringAsync($"/api/runs/{id}/export?format=csv", TestLab.Ending);
        string[] lines = csv.Split('\n');
        Assert.Equal("step,loss/1,gradient_norm/1,x/1,y/1,loss/2,gradient_norm/2,x/2,y/2", lines[0]);
        Assert.Equal("0.5", lines[1].Split(',')[3]);
        Assert.StartsWith("30,", lines[31], StringComparison.Ordinal);
        Assert.Equal(31, (await lab.GetAsync($"/api/runs/{id}/export"))["history"]!["x/2"]!.AsArray().Count);
        Assert.Contains("better", await lab.Client.GetStringAsync($"/api/runs/{id}/export?format=html", TestLab.Ending), StringComparison.Ordinal);
        using var deleted = await lab.Client.DeleteAsync($"/api/runs/{id}", TestLab.Ending);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(404, (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{id}")).Status);
    }

    [Fact]
    public async Task What_needs_a_network_is_refused_in_words()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Short);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "confusion"), (HttpMethod.Get, "boundary"), (HttpMethod.Post, "landscape"), (HttpMethod.Post, "diagnose") })
        {
            var refused = await lab.RefusedAsync(method, $"/api/runs/{id}/{path}", method == HttpMethod.Post ? new { kind = "plane" } : null);
            Assert.Equal(400, refused.Status);
            Assert.Contains("is a descent", refused.Error, StringComparison.Ordinal);
        }
        Assert.Equal(409, (await lab.RefusedAsync(HttpMethod.Post, $"/api/runs/{id}/resume")).Status);
    }

    [Fact]
    public async Task A_page_that_watches_it_hears_how_it_stands()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        long id = await lab.TrainAsync(Short);
        await page.SayAsync(new { op = "train.watch", run = id });
        await page.WordsAsync("state", "done");
        await page.SayAsync(new { op = "train.pause", run = id });
        Assert.Contains("descent", (string)(await page.WordsAsync("error"))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Lab_that_ends_leaves_it_interrupted_and_the_next_computes_it_again()
    {
        string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;
        long id, done;
        await using (var lab = await TestLab.StartAsync(folder: folder))
        {
            done = await lab.TrainedAsync(Short);
            id = await lab.TrainAsync(Long);
        }
        await using (var again = await TestLab.StartAsync(folder: folder))
        {
            var run = await again.GetAsync($"/api/runs/{id}");
            Assert.Equal(("interrupted", 0), ((string)run["state"]!, (int)run["summary"]!["steps"]!));
            Assert.Empty(run["history"]!.AsObject());
            await again.PostAsync($"/api/runs/{id}/resume", new { });
            Assert.Equal("running", (string)(await again.GetAsync($"/api/runs/{id}"))["state"]!);
            using var deleted = await again.Client.DeleteAsync($"/api/runs/{id}", TestLab.Ending);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            Assert.Equal(31, (await again.GetAsync($"/api/runs/{done}"))["history"]!["loss/1"]!.AsArray().Count);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task So_many_are_computed_at_once_for_so_long_and_so_many_are_kept()
    {
        await TestLab.AssertLimitedAsync(Long, Short);
        await using var hasty = await TestLab.StartAsync(new LabLimits { TrainingTime = TimeSpan.Zero });
        Assert.Contains("fewer steps", (string)(await hasty.UntilAsync(await hasty.TrainAsync(Short), "stopped"))["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", """{"kind":"walk"}""")]
    [InlineData("kind", """{"kind":3}""")]
    [InlineData("objective", """{"kind":"descent"}""")]
    [InlineData("racers", """{"kind":"descent","objective":"saddle"}""")]
    [InlineData("optimizer", """{"kind":"descent","objective":"saddle","racers":[null]}""")]
    [InlineData("steps", """{"kind":"descent","objective":"saddle","steps":100001,"racers":[{"optimizer":"sgd"}]}""")]
    [InlineData("steps", """{"kind":"descent","objective":"saddle","steps":60000,"racers":[{"optimizer":"sgd"},{"optimizer":"sgd"}]}""")]
    [InlineData("racer", """{"kind":"descent","objective":"saddle","racers":[{"optimizer":"sgd"}],"changes":[{"step":1,"racer":1,"optimizer":"adam"}]}""")]
    [InlineData("name", """{"kind":"descent","objective":"saddle","racers":[{"optimizer":"sgd"}],"name":"LONG"}""")]
    [InlineData("racers", """{"kind":"descent","objective":"saddle","racers":"sgd"}""")]
    [InlineData(null, "[]")]
    [InlineData(null, "")]
    public async Task What_cannot_be_descended_is_refused_where_it_is_wrong(string? field, string settings)
    {
        await using var lab = await TestLab.StartAsync();
        using var body = new StringContent(settings.Replace("LONG", new string('n', 201), StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        using var answer = await lab.Client.PostAsync("/api/runs", body, TestLab.Ending);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestLab.Ending))!;
        Assert.Equal(field, (string?)json["field"]);
        Assert.NotEmpty((string)json["error"]!);
        Assert.Empty((await lab.GetAsync("/api/runs")).AsArray());
    }
}
