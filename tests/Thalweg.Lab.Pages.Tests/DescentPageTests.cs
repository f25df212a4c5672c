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
        // Ten epochs for each: ten steps with all samples, fifty with four of twenty.
        await Assertions.Expect(summary.First).ToContainTextAsync("step 10");
        await Assertions.Expect(summary.First).ToContainTextAsync("epoch 10");
        await Assertions.Expect(summary.Nth(1)).ToContainTextAsync("step 50");
        await Assertions.Expect(summary.Nth(1)).ToContainTextAsync("epoch 10");
        var limits = visit.Page.Locator(".limits tbody tr").First;
        await Assertions.Expect(limits.Locator("td").Nth(1)).ToHaveTextAsync("1.845");          // 2 / λ
        await Assertions.Expect(limits.Locator("td").Nth(2)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^1\\.8"));
        await visit.Page.Locator("figure.map details.numbers summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("figure.map tbody tr")).ToHaveCountAsync(11 + 51);
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
        await Assertions.Expect(visit.Page.Locator(".summary li").Nth(1)).ToContainTextAsync("step 50");
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

    [Fact]
    public async Task A_change_on_the_way_keeps_the_way_so_far_and_the_address_has_it()
    {
        await using var visit = await lab.Open("/descent?objective=quadratic&steps=60&racers=sgd(learning_rate=0.02);0;replacement");
        var summary = visit.Page.Locator(".summary li").First;
        await Assertions.Expect(summary).ToContainTextAsync("step 60");
        string slow = await summary.InnerTextAsync();
        var position = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Step" });
        await position.FillAsync("20");
        await Assertions.Expect(summary).ToContainTextAsync("step 20");
        string before = (await visit.Page.Locator(".paths path").Nth(1).GetAttributeAsync("d"))!;

        var rate = visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Learning rate" });
        await rate.FillAsync("0.1");
        await rate.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".changes li")).ToContainTextAsync("From step 20, racer 1: sgd(learning_rate=0.1)");
        Assert.Equal(before, await visit.Page.Locator(".paths path").Nth(1).GetAttributeAsync("d"));
        await position.PressAsync("End");
        await Assertions.Expect(summary).ToContainTextAsync("0.02 → sgd 0.1: step 60");
        string changed = await summary.InnerTextAsync();
        Assert.NotEqual(slow.Split("loss")[1], changed.Split("loss")[1]);

        await visit.Page.ReloadAsync();         // the address alone
        await Assertions.Expect(summary).ToHaveTextAsync(changed);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo the change at step 20" }).ClickAsync();
        await position.PressAsync("End");
        await Assertions.Expect(summary).ToHaveTextAsync(slow);
        visit.AssertSound();
    }

    [Fact]
    public async Task A_race_is_kept_as_a_run_tagged_found_by_its_tag_and_opened_as_it_was()
    {
        await using var visit = await lab.Open("/descent?objective=beale&steps=40&racers=adam(learning_rate=0.1);0;replacement");
        await Assertions.Expect(visit.Page.Locator(".summary li").First).ToContainTextAsync("step 40");
        string summary = await visit.Page.Locator(".summary li").First.InnerTextAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this race" }).ClickAsync();
        await visit.Page.GetByText("Kept as run").WaitForAsync();
        await visit.Go("/runs?kind=descent");
        var row = visit.Page.Locator("table.list tbody tr").First;
        await Assertions.Expect(row).ToContainTextAsync("Beale");
        var tags = row.GetByLabel("Tags: ");
        await tags.FillAsync("valley");
        await tags.PressAsync("Tab");
        await visit.Page.GetByLabel("Tag", new() { Exact = true }).SelectOptionAsync("valley");
        await Assertions.Expect(visit.Page.Locator("table.list tbody tr")).ToHaveCountAsync(1);
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Assertions.Expect(visit.Page.Locator("figure.chart")).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".summary li").First).ToHaveTextAsync(summary);
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
