using System.Net;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public class TrainingRunsTests
{
    static readonly object Short = new { dataset = "iris", layers = "4", activation = "tanh", epochs = 6, batchSize = 32, seed = 5 };

    /// <summary>A training that takes longer than any test.</summary>
    static readonly object Long = new { dataset = "iris", layers = "4", activation = "tanh", epochs = 10_000, batchSize = 8, seed = 5 };

    static double[] Losses(System.Text.Json.Nodes.JsonNode run) => [.. run["history"]!["loss"]!.AsArray().Select(value => (double)value!)];

    [Fact]
    public async Task A_training_runs_to_its_end_and_a_page_sees_all_of_it()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        long id = await lab.TrainAsync(Short);
        await page.SayAsync(new { op = "train.watch", run = id, from = 0 });
        await page.WordsAsync("state", "done");
        await page.UntilAsync(heard => Values(heard, FrameKind.Epoch).Length == 6 * 6 && Values(heard, FrameKind.BatchLoss).Length == 6 * 4);
        var run = await lab.UntilAsync(id, "done");
        Assert.Equal(Losses(run).Select(loss => (float)loss), Values(page, FrameKind.Epoch).Chunk(6).Select(row => row[1]));
        Assert.Equal(["loss", "accuracy", "val_loss", "val_accuracy"], run["history"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(6, (int)run["summary"]!["epochs"]!);

        static float[] Values(TestPage page, FrameKind kind) => [.. page.Frames.Where(frame => frame.Kind == kind).SelectMany(frame => frame.Values.ToArray())];
    }

    [Fact]
    public async Task The_same_settings_give_the_same_bits_whatever_else_goes_on()
    {
        await using var lab = await TestLab.StartAsync();
        long alone = await lab.TrainedAsync(Short);
        long[] together = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => lab.TrainAsync(Short)));
        double[] expected = Losses(await lab.GetAsync($"/api/runs/{alone}"));
        foreach (long id in together)
            Assert.Equal(expected, Losses(await lab.UntilAsync(id, "done")));
    }

    [Fact]
    public async Task A_page_pauses_plays_and_stops_and_a_stopped_run_is_resumed_with_the_same_bits()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        var settings = new { dataset = "iris", layers = "4", epochs = 400, batchSize = 8, seed = 2 };
        long id = await lab.TrainAsync(settings);
        await page.SayAsync(new { op = "train.watch", run = id });
        await page.UntilAsync(heard => heard.Frames.Exists(frame => frame.Kind == FrameKind.Epoch));
        await page.SayAsync(new { op = "train.pause", run = id });
        await lab.UntilAsync(id, "paused");
        await page.SayAsync(new { op = "train.play", run = id });
        await lab.UntilAsync(id, "running");
        await page.SayAsync(new { op = "train.stop", run = id });
        await page.WordsAsync("state", "stopped");
        var stopped = await lab.UntilAsync(id, "stopped");
        Assert.InRange(Losses(stopped).Length, 1, 399);

        Assert.Equal(id, (long)(await lab.PostAsync($"/api/runs/{id}/resume", new { }))["id"]!);
        var whole = await lab.UntilAsync(id, "done");
        long other = await lab.TrainedAsync(settings);
        Assert.Equal(Losses(await lab.GetAsync($"/api/runs/{other}")), Losses(whole));
        await page.WordsAsync("state", "done");
    }

    [Fact]
    public async Task A_page_that_comes_back_gets_what_it_missed()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(Short);
        await using var page = await TestPage.OpenAsync(lab);
        await page.SayAsync(new { op = "train.watch", run = id, from = 10 });
        await page.UntilAsync(heard => heard.Frames.Exists(frame => frame.Kind == FrameKind.BatchLoss) && heard.Frames.Exists(frame => frame.Kind == FrameKind.Epoch));
        var losses = page.Frames.First(frame => frame.Kind == FrameKind.BatchLoss);
        Assert.Equal((10u, 6 * 4 - 10), (losses.Step, losses.Values.Length));
        Assert.Equal(2u, page.Frames.First(frame => frame.Kind == FrameKind.Epoch).Step);
        Assert.Equal("done", (string)page.Words[0]["state"]!);
        await page.SayAsync(new { op = "unwatch", run = id });
        await page.SayAsync(new { op = "train.pause", run = id });
        Assert.Contains("done", (string)(await page.WordsAsync("error"))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Lab_that_ends_leaves_its_run_interrupted_and_the_next_resumes_it()
    {
        string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;
        long id;
        await using (var lab = await TestLab.StartAsync(folder: folder))
        {
            id = await lab.TrainAsync(Long);
            while ((int)(await lab.GetAsync($"/api/runs/{id}"))["summary"]!["epochs"]! == 0)
                await Task.Delay(5, TestLab.Ending);
        }
        await using (var again = await TestLab.StartAsync(folder: folder))
        {
            var run = await again.GetAsync($"/api/runs/{id}");
            Assert.Equal("interrupted", (string)run["state"]!);
            int epochs = Losses(run).Length;
            await again.PostAsync($"/api/runs/{id}/resume", new { });
            while ((int)(await again.GetAsync($"/api/runs/{id}"))["summary"]!["epochs"]! <= epochs)
                await Task.Delay(5, TestLab.Ending);
            Assert.Equal(Losses(run), Losses(await again.GetAsync($"/api/runs/{id}"))[..epochs]);
            using var answer = await again.Client.DeleteAsync($"/api/runs/{id}", TestLab.Ending);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.False(Directory.Exists(Path.Combine(folder, "runs", $"{id}")));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public Task So_many_go_on_at_once_and_so_many_are_kept() => TestLab.AssertLimitedAsync(Long, Short);

    [Fact]
    public async Task A_training_that_may_work_no_longer_is_stopped_and_says_so()
    {
        await using var lab = await TestLab.StartAsync(new LabLimits { TrainingTime = TimeSpan.FromMilliseconds(1) });
        var run = await lab.UntilAsync(await lab.TrainAsync(Long), "stopped");
        Assert.Contains("resume it", (string)run["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset", "{}")]
    [InlineData(null, "{\"dataset\":\"nowhere\"}")]
    [InlineData("target", "{\"dataset\":\"iris\",\"target\":\"colour\"}")]
    [InlineData("optimizer", "{\"dataset\":\"iris\",\"optimizer\":\"adamm\"}")]
    [InlineData("activation", "{\"dataset\":\"iris\",\"activation\":\"rellu\"}")]
    [InlineData("initializer", "{\"dataset\":\"iris\",\"initializer\":\"he\"}")]
    [InlineData("schedule", "{\"dataset\":\"iris\",\"schedule\":\"cosine\"}")]
    [InlineData("loss", "{\"dataset\":\"iris\",\"task\":\"regression\",\"loss\":\"categorical_crossentropy\"}")]
    [InlineData("epochs", "{\"dataset\":\"iris\",\"epochs\":0}")]
    [InlineData("epochs", "{\"dataset\":\"iris\",\"epochs\":\"many\"}")]
    [InlineData(null, "{")]
    public async Task What_cannot_be_trained_is_refused_where_it_is_wrong(string? field, string settings)
    {
        await using var lab = await TestLab.StartAsync();
        using var body = new StringContent(settings, System.Text.Encoding.UTF8, "application/json");
        using var answer = await lab.Client.PostAsync("/api/runs", body, TestLab.Ending);
        Assert.InRange((int)answer.StatusCode, 400, 404);
        var json = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestLab.Ending))!;
        Assert.Equal(field, (string?)json["field"]);
        Assert.Empty((await lab.GetAsync("/api/runs")).AsArray());
    }

    [Fact]
    public async Task Only_what_stands_still_is_resumed()
    {
        await using var lab = await TestLab.StartAsync();
        Assert.Equal(409, (await lab.RefusedAsync(HttpMethod.Post, $"/api/runs/{await lab.TrainedAsync(Short)}/resume")).Status);
        Assert.Equal(404, (await lab.RefusedAsync(HttpMethod.Post, "/api/runs/99/resume")).Status);
    }
}
