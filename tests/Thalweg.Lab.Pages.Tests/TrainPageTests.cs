using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

public sealed class TrainPageTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task A_training_is_watched_kept_seen_in_its_landscape_and_deleted()
    {
        await using var visit = await lab.Open("/train?dataset=iris&layers=8&epochs=12");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".run .state")).ToHaveTextAsync("done");
        await Assertions.Expect(visit.Page.Locator(".confusion tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator(".network img")).ToBeVisibleAsync();
        await visit.Page.Locator("figure.chart").First.Locator("details.numbers summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("figure.chart").First.Locator("details.numbers tbody tr")).ToHaveCountAsync(12);

        await visit.Go("/landscape");
        await Assertions.Expect(visit.Page.Locator(".facts")).ToContainTextAsync("variance");
        await Assertions.Expect(visit.Page.Locator(".levels path").Nth(3)).ToBeAttachedAsync();

        await visit.Go("/runs");
        var rows = visit.Page.Locator("table.list tbody tr");
        await rows.First.WaitForAsync();
        int kept = await rows.CountAsync();
        await visit.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Assertions.Expect(visit.Page.Locator("figure.chart")).ToBeVisibleAsync();
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") }).First.ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(kept - 1);
        visit.AssertSound();
    }

    [Fact]
    public async Task Lessons_run_side_by_side()
    {
        await using var visit = await lab.Open("/train", "fr-FR");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Trois taux") }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".run")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator(".run .state").First).Not.ToHaveTextAsync("en cours");
    }

    [Fact]
    public async Task A_setting_that_is_refused_is_said_at_its_field_until_it_is_mended()
    {
        await using var visit = await lab.Open("/train?dataset=iris&layers=8&epochs=2&optimizer=adamm");
        var train = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true });
        await train.ClickAsync();
        var optimizer = visit.Page.GetByLabel("Optimiser");
        await Assertions.Expect(optimizer).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visit.Page.Locator(".fault")).ToContainTextAsync("'adamm'");
        await Accessibility.AssertSound(visit.Page);
        await optimizer.FillAsync("adam");
        await train.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".run .state")).ToHaveTextAsync("done");
        await Assertions.Expect(visit.Page.Locator(".fault")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_answer_over_two_inputs_is_drawn_for_those_that_are_chosen()
    {
        await using var visit = await lab.Open("/train?dataset=iris&layers=8&epochs=5");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Across").SelectOptionAsync("petal length (cm)");
        await Assertions.Expect(visit.Page.GetByText("What the network answers over petal length (cm) and sepal width (cm)").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("figure.map .levels path")).ToHaveCountAsync(3);          // a region for each kind of iris
        await Assertions.Expect(visit.Page.Locator("figure.map .points path")).ToHaveCountAsync(120);         // the rows that it learns from
        visit.AssertSound();
    }

    [Fact]
    public async Task A_table_of_ones_own_is_used_and_one_that_cannot_be_read_is_refused_in_words()
    {
        await using var visit = await lab.Open("/train");
        var file = visit.Page.GetByLabel("A CSV file of your own");
        await file.SetInputFilesAsync(new FilePayload { Name = "bad.csv", MimeType = "text/csv", Buffer = "\0\0\0"u8.ToArray() });
        await Assertions.Expect(visit.Page.Locator(".fault")).ToContainTextAsync("can't be read as a table");
        await file.SetInputFilesAsync(new FilePayload { Name = "mine.csv", MimeType = "text/csv", Buffer = "a,b,kind\n1,2,x\n2,1,y\n3,5,x\n4,1,y\n5,9,x\n"u8.ToArray() });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Data", Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("mine"));
        await Assertions.Expect(visit.Page.Locator("table.preview thead th")).ToHaveCountAsync(3);
    }
}
