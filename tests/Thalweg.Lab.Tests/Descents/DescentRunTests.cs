using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Lab.Streams;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Descents;

public class DescentRunTests
{
    const int Numbers = 6;

    static float[] Points(TestPage page, int racer, uint run = 1) =>
        [.. page.Frames.Where(frame => frame.Kind == FrameKind.DescentPoint && frame.Series == racer && frame.Run == run).SelectMany(frame => frame.Values.ToArray())];

    [Fact]
    public async Task Points_are_those_of_the_library_one_after_the_other()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        await page.SayAsync(new
        {
            op = "descent.start",
            run = 1,
            objective = "logistic_regression",
            start = new[] { 0.5, 1 },
            racers = new object[] { new { optimizer = "sgd(learning_rate=0.1)", batchSize = 4, sampling = "permutation" }, new { optimizer = "adam(0.1)", batchSize = 0 } },
            steps = 50,
            seed = 7,
            rate = 5000,
        });
        await page.WordsAsync("state", "done");
        var objective = Lab.Descents.Problems.Find("logistic_regression");
        var start = Tensor.Of(0.5, 1.0);
        Trajectory[] paths =
        [
            Descent.Run(objective, start, new Sgd(0.1), 50, batchSize: 4, sampling: Sampling.Permutation, seed: 7),
            Descent.Run(objective, start, new Adam(0.1), 50),
        ];
        for (int racer = 0; racer < 2; racer++)
        {
            float[] points = Points(page, racer);
            Assert.Equal(51 * Numbers, points.Length);
            for (int i = 0; i <= 50; i++)
            {
                var expected = paths[racer].Iterates[i];
                Assert.Equal(expected.Point.ToArray<double>().Select(value => (float)value), points.AsSpan(i * Numbers, 2).ToArray());
                Assert.Equal((float)expected.Cost, points[i * Numbers + 2]);
                Assert.Equal((float)expected.Epoch, points[i * Numbers + 5]);
            }
            // Frames say which step their first point is of.
            int next = 0;
            foreach (var frame in page.Frames.Where(frame => frame.Kind == FrameKind.DescentPoint && frame.Series == racer))
            {
                Assert.Equal((uint)next, frame.Step);
                next += frame.Values.Length / Numbers;
            }
        }
    }

    [Fact]
    public async Task The_limits_of_the_rule_are_shown_and_anew_where_it_changes()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        await page.SayAsync(new { op = "descent.start", run = 3, objective = "quadratic", racers = new[] { new { optimizer = "sgd" } }, steps = 100, rate = 0.0001 });
        await page.UntilAsync(heard => heard.Frames.Exists(frame => frame.Kind == FrameKind.Limits));
        float[] limits = page.Frames.First(frame => frame.Kind == FrameKind.Limits).Values.ToArray();
        Assert.Equal([10, 0.2f, 0, 0, 0.2f], limits, (expected, actual) => Math.Abs(expected - actual) < 1e-3);
        page.Frames.Clear();
        await page.SayAsync(new { op = "descent.set", run = 3, racer = 0, optimizer = "sgd(0.1, momentum=0.5)" });
        await page.UntilAsync(heard => heard.Frames.Exists(frame => frame.Kind == FrameKind.Limits));
        limits = page.Frames.First(frame => frame.Kind == FrameKind.Limits).Values.ToArray();
        Assert.Equal([10, 0.3f, 0, 0, 0.3f], limits, (expected, actual) => Math.Abs(expected - actual) < 1e-3);
    }

    [Fact]
    public async Task A_racer_that_diverges_is_told_in_words_and_the_others_go_on()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "quadratic", racers = new[] { new { optimizer = "sgd(10)" }, new { optimizer = "sgd(0.1)" } }, steps = 60, rate = 5000 });
        var diverged = await page.WordsAsync("state", "diverged");
        Assert.Equal(0, (int)diverged["racer"]!);
        Assert.Contains("learning rate", (string)diverged["message"]!, StringComparison.Ordinal);
        await page.WordsAsync("state", "done");
        Assert.Equal(61 * Numbers, Points(page, 1).Length);
    }

    [Fact]
    public async Task A_paused_descent_takes_single_steps_and_another_rule()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        // Slow enough that it stands at its start for as long as the test takes.
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "rosenbrock", start = new[] { 0.0, 0 }, racers = new[] { new { optimizer = "sgd(0.001)" } }, steps = 100, rate = 0.0001 });
        await page.SayAsync(new { op = "descent.pause", run = 1 });
        await page.WordsAsync("state", "paused");
        await page.SayAsync(new { op = "descent.step", run = 1 });
        await page.SayAsync(new { op = "descent.set", run = 1, racer = 0, optimizer = "sgd(0.1)" });
        await page.SayAsync(new { op = "descent.step", run = 1 });
        await page.UntilAsync(heard => Points(heard, 0).Length == 3 * Numbers);
        var walk = new Walk(new Rosenbrock(), Tensor.Of(0.0, 0), new Sgd(0.001), seed: 0);
        walk.Step();
        walk.Optimizer = new Sgd(0.1);
        Assert.Equal((float)walk.Step().Cost, Points(page, 0)[2 * Numbers + 2]);
        await page.SayAsync(new { op = "descent.set", run = 1, racer = 0, noise = 0.1 });
        await page.SayAsync(new { op = "descent.step", run = 1 });
        await page.UntilAsync(heard => Points(heard, 0).Length == 4 * Numbers);
        Assert.NotEqual((float)walk.Step().Cost, Points(page, 0)[3 * Numbers + 2]);
        await page.SayAsync(new { op = "descent.rate", run = 1, rate = 5000 });
        await page.SayAsync(new { op = "descent.play", run = 1 });
        await page.UntilAsync(heard => heard.Words.Exists(word => (string?)word["state"] is "done" or "diverged"));
        await page.SayAsync(new { op = "descent.stop", run = 1 });
        await page.WordsAsync("state", "stopped");
    }

    [Fact]
    public async Task A_change_made_live_says_the_step_at_which_the_same_can_be_settled_beforehand()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        object racers = new[] { new { optimizer = "sgd(0.05, momentum=0.9)", batchSize = 4 }, new { optimizer = "sgd(0.05)", batchSize = 0 } };
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "logistic_regression", racers, steps = 400, seed = 3, rate = 600 });
        await page.UntilAsync(heard => Points(heard, 0).Length > 5 * Numbers);
        await page.SayAsync(new { op = "descent.set", run = 1, racer = 0, optimizer = "sgd(0.01, momentum=0.9)", batchSize = 8, noise = 0.1 });
        var changed = await page.WordsAsync("changed");
        await page.SayAsync(new { op = "descent.rate", run = 1, rate = 20_000 });
        await page.WordsAsync("state", "done");
        int step = (int)changed["step"]!;
        Assert.InRange(step, 5, 399);
        await page.SayAsync(new { op = "descent.start", run = 2, objective = "logistic_regression", racers, steps = 400, seed = 3, rate = 20_000, changes = new[] { new { step, racer = 0, optimizer = "sgd(0.01, momentum=0.9)", batchSize = 8, noise = 0.1 } } });
        await page.UntilAsync(heard => heard.Words.Exists(word => (string?)word["state"] == "done" && (int)word["run"]! == 2));
        for (int racer = 0; racer < 2; racer++)
            Assert.Equal(Points(page, racer), Points(page, racer, run: 2));
        // The rule's limits are sent again where it changes.
        Assert.Contains(page.Frames, frame => frame.Kind == FrameKind.Limits && frame.Run == 2 && frame.Step == step);
    }

    [Fact]
    public async Task Every_optimiser_that_a_name_makes_can_race()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        uint run = 0;
        foreach (var line in Optimizer.Known.Where(line => Lab.Api.CatalogApi.SettingsOf(line.Name).Count > 0))
        {
            run++;
            page.Words.Clear();
            await page.SayAsync(new { op = "descent.start", run, objective = "logistic_regression", racers = new[] { new { optimizer = line.Name, batchSize = 4 } }, steps = 3, rate = 5000 });
            await page.UntilAsync(heard => heard.Words.Exists(word => (string?)word["state"] is "done" or "failed" || (string?)word["op"] == "error"));
            Assert.True(page.Words.Exists(word => (string?)word["state"] == "done"), $"{line.Name}: {page.Words[^1].ToJsonString()}");
            Assert.Equal(4 * Numbers, Points(page, 0, run).Length);
            await page.SayAsync(new { op = "descent.stop", run });
            await page.WordsAsync("state", "stopped");
        }
    }

    [Theory]
    [InlineData("objective", "{\"op\":\"descent.start\",\"run\":1,\"racers\":[{\"optimizer\":\"sgd\"}]}")]
    [InlineData(null, "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"nowhere\",\"racers\":[{\"optimizer\":\"sgd\"}]}")]
    [InlineData("racers", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[]}")]
    [InlineData("optimizer", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{}]}")]
    [InlineData(null, "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgdd\"}]}")]
    [InlineData("start", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"start\":[1],\"racers\":[{\"optimizer\":\"sgd\"}]}")]
    [InlineData("steps", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"steps\":-1,\"racers\":[{\"optimizer\":\"sgd\"}]}")]
    [InlineData("rate", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"rate\":0,\"racers\":[{\"optimizer\":\"sgd\"}]}")]
    [InlineData("batchSize", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgd\",\"batchSize\":-1}]}")]
    [InlineData("sampling", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgd\",\"sampling\":\"lots\"}]}")]
    [InlineData("noise", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgd\",\"noise\":-1}]}")]
    [InlineData("racer", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgd\"}],\"changes\":[{\"step\":1,\"racer\":7,\"optimizer\":\"sgd\"}]}")]
    [InlineData("changes", "{\"op\":\"descent.start\",\"run\":1,\"objective\":\"quadratic\",\"racers\":[{\"optimizer\":\"sgd\"}],\"changes\":{\"step\":1}}")]
    [InlineData("run", "{\"op\":\"descent.play\",\"run\":9}")]
    public async Task What_cannot_be_descended_is_answered_in_words(string? field, string message)
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        await page.SendAsync(System.Text.Encoding.UTF8.GetBytes(message));
        var error = await page.WordsAsync("error");
        Assert.Equal(field, (string?)error["field"]);
        Assert.NotEmpty((string)error["message"]!);
    }
}
