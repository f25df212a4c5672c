using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

public sealed class BookPageTests(Lab lab) : IClassFixture<Lab>
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("fr-FR")]
    public async Task Figures_live_formulas_are_set_and_code_is_that_of_the_samples(string language)
    {
        await using var visit = await lab.Open("/book", language);
        Assert.True(await visit.Page.Locator(".katex").CountAsync() > 20);
        var figure = visit.Page.Locator(".live").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure.Locator(".paths path").First).ToBeAttachedAsync();
        var curves = visit.Page.Locator(".live[data-page=curves]");
        for (int i = 0; i < await curves.CountAsync(); i++)
        {
            await curves.Nth(i).ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(curves.Nth(i).Locator("canvas")).ToBeVisibleAsync();
        }

        // What the chapter shows is a sample or a region of one.
        var code = visit.Page.Locator("figure.code");
        Assert.True(await code.CountAsync() >= 8);
        for (int i = 0; i < await code.CountAsync(); i++)
        {
            string name = (await code.Nth(i).Locator("figcaption").InnerTextAsync()).Split('/')[1];
            string sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", name + ".cs"), TestContext.Current.CancellationToken);
            Assert.Contains((await code.Nth(i).Locator("code").InnerTextAsync()).Trim(), sample.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
        visit.AssertSound();
    }

    [Fact]
    public async Task An_exported_book_plays_its_records_from_any_folder_of_a_host()
    {
        string site = Directory.CreateTempSubdirectory("thalweg-site-").FullName;
        try
        {
            await Thalweg.Lab.Book.BookExport.WriteAsync(Path.Combine(site, "some", "book"), TestContext.Current.CancellationToken);
            await using var visit = await lab.Open("/activations");
            // A host that knows files alone.
            await visit.Page.RouteAsync("http://host.example/**", route =>
            {
                string file = Path.Combine(site, new Uri(route.Request.Url).AbsolutePath.TrimStart('/'));
                return File.Exists(file) ? route.FulfillAsync(new() { Path = file }) : route.FulfillAsync(new() { Status = 404 });
            });
            await visit.Page.GotoAsync("http://host.example/some/book/index.html");
            var figure = visit.Page.Locator(".live").First;
            await figure.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(figure.Locator(".summary li").First).ToContainTextAsync("step 10");
            await Assertions.Expect(figure.Locator(".levels path").Nth(3)).ToBeAttachedAsync();
            foreach (string kind in new[] { "curves", "activations" })
            {
                var recorded = visit.Page.Locator($".live[data-page={kind}]").First;
                await recorded.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(recorded.Locator("canvas").First).ToBeVisibleAsync();
            }
        }
        finally
        {
            Directory.Delete(site, recursive: true);
        }
    }
}
