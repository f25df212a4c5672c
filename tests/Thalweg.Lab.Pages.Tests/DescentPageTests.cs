using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

public sealed class DescentPageTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task The_chapters_race_runs_to_its_end_with_its_numbers_in_a_table()
    {
        await using var visit = await lab.Open("/descent");
        var summary = visit.Page.Locator(".summary li");
        await Assertions.Expect(summary).ToHaveCountAsync(2);
        await Assertions.Expect(summary.First).ToContainTextAsync("step 250");
        await Assertions.Expect(summary.First).ToContainTextAsync("epoch 250");
        await Assertions.Expect(summary.Nth(1)).ToContainTextAsync("epoch 50");       // four of twenty samples a step
        await Assertions.Expect(visit.Page.Locator(".facts")).ToContainTextAsync("2/λ");
        await visit.Page.Locator("figure.map details.numbers summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("figure.map tbody tr")).ToHaveCountAsync(200);      // the last of both paths
        visit.AssertSound();
    }

    [Theory]
    [InlineData("en-US", "Start")]
    [InlineData("fr-FR", "Départ")]
    public async Task The_start_moves_by_arrow_keys_and_the_address_keeps_it(string language, string name)
    {
        await using var visit = await lab.Open("/descent?objective=rosenbrock&start=0,0", language);
        var start = visit.Page.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });
        await start.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        string moved = (await start.GetAttributeAsync("aria-valuetext"))!;
        Assert.NotEqual("(0, 0)", moved);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(start).ToHaveAttributeAsync("aria-valuetext", moved);
        visit.AssertSound();
    }

    [Fact]
    public async Task The_start_is_dragged_by_mouse()
    {
        await using var visit = await lab.Open("/descent");
        var start = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Start", Exact = true });
        string before = (await start.GetAttributeAsync("aria-valuetext"))!;
        var box = (await start.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2 + 90, box.Y + box.Height / 2 + 60, new() { Steps = 5 });
        await visit.Page.Mouse.UpAsync();
        Assert.NotEqual(before, await start.GetAttributeAsync("aria-valuetext"));
        Assert.Contains("start=", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_is_too_large_is_said_to_diverge()
    {
        await using var visit = await lab.Open("/descent?objective=quadratic&racers=sgd(learning_rate=5);0;replacement");
        await Assertions.Expect(visit.Page.Locator(".error")).ToContainTextAsync("diverged");
    }

    [Fact]
    public async Task It_plays_pauses_and_steps()
    {
        await using var visit = await lab.Open("/descent?steps=1000&rate=20", calm: false);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        var position = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Step" });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the start" }).ClickAsync();
        await Assertions.Expect(position).ToHaveValueAsync("0");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Step", Exact = true }).ClickAsync();
        await Assertions.Expect(position).ToHaveValueAsync("1");
        visit.AssertSound();
    }

    [Theory]
    [InlineData("GIF", "GIF89a")]
    [InlineData("PNG", "\u0089PNG")]
    [InlineData("SVG", "<svg")]
    [InlineData("CSV", "Racer,Step,x,y")]
    [InlineData("JSON", "{")]
    public async Task A_figure_is_exported(string format, string begins)
    {
        await using var visit = await lab.Open("/descent?steps=12");
        await Assertions.Expect(visit.Page.Locator(".summary li").First).ToContainTextAsync("step 12");
        await visit.Page.Locator("figure.map .export summary").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("figure.map .export").GetByRole(AriaRole.Button, new() { Name = format, Exact = true }).ClickAsync());
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        if (format == "GIF")
            Assert.True(bytes.Count(value => value == 0x2C) >= 12, "each of thirteen moments is a picture of its own");
        visit.AssertSound();
    }
}
