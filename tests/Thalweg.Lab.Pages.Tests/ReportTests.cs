using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

public sealed class ReportTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task A_report_is_one_file_whose_charts_answer()
    {
        await using var visit = await lab.Open("/train?dataset=iris&layers=8&epochs=9");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".run .state")).ToHaveTextAsync("done");
        await visit.Go("/runs");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "HTML" }).First.ClickAsync());

        // Opened from the disk: nothing can be asked for.
        var page = await visit.Page.Context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add(message.Text);
        page.PageError += (_, error) => faults.Add(error);
        string file = Path.Combine(Directory.CreateTempSubdirectory("thalweg-report-").FullName, "report.html");
        await download.SaveAsAsync(file);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        var chart = page.Locator("figure.chart").First;
        await Assertions.Expect(chart.Locator("canvas")).ToBeVisibleAsync();
        await chart.Locator("details.numbers summary").ClickAsync();
        await Assertions.Expect(chart.Locator("details.numbers tbody tr")).ToHaveCountAsync(9);
        await Accessibility.AssertSound(page);
        Assert.Equal([], faults);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
