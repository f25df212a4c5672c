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
        await Assertions.Expect(figure.Locator(".paths path").First).ToBeAttachedAsync(new() { Timeout = 15_000 });
        string code = await visit.Page.Locator("figure.code code").First.InnerTextAsync();
        string sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "GradientDescentAgainstSgd.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(sample.ReplaceLineEndings("\n").Trim(), code.Trim());
        visit.AssertSound();
    }
}
