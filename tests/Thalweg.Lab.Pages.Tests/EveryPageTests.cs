using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

public sealed class EveryPageTests(Lab lab) : IClassFixture<Lab>
{
    public static TheoryData<string, string, string> Pages()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (path, english, french) in new[]
        {
            ("/descent", "Descent", "Descente"), ("/train", "Train", "Entraînement"), ("/landscape", "Landscape", "Paysage"),
            ("/activations", "Activations", "Activations"), ("/runs", "Runs", "Essais"), ("/book", "Optimisation", "Optimisation"),
        })
        {
            data.Add(path, "en-US", english);
            data.Add(path, "fr-FR", french);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Opens_in_the_browsers_language_and_is_accessible(string path, string language, string heading)
    {
        await using var visit = await lab.Open(path, language);
        Assert.Equal(heading, await visit.Page.Locator("main h1").First.InnerTextAsync());
        Assert.Equal(language[..2], await visit.Page.Locator("html").GetAttributeAsync("lang"));
        await Accessibility.AssertSound(visit.Page);
        visit.AssertSound();
    }

    [Theory]
    [InlineData("/descent")]
    [InlineData("/train")]
    [InlineData("/activations")]
    [InlineData("/book")]
    public async Task Is_accessible_in_the_dark_and_fits_a_telephone(string path)
    {
        await using var visit = await lab.Open(path, width: 375, colors: ColorScheme.Dark);
        // All figures of the book come into view.
        var figures = visit.Page.Locator(".live");
        for (int i = 0; i < await figures.CountAsync(); i++)
        {
            await figures.Nth(i).ScrollIntoViewIfNeededAsync();
            await figures.Nth(i).Locator("canvas").First.WaitForAsync();
        }

        if (path == "/descent")
            await Assertions.Expect(visit.Page.Locator(".limits tbody tr")).ToHaveCountAsync(2);
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 375);
        await Accessibility.AssertSound(visit.Page);
        visit.AssertSound();
    }

    [Fact]
    public async Task The_language_can_be_switched_and_is_kept()
    {
        await using var visit = await lab.Open("/activations");
        await visit.Page.GetByLabel("Language").SelectOptionAsync("fr");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Descente" })).ToBeVisibleAsync();
        await visit.Go("/runs");
        Assert.Equal("Essais", await visit.Page.Locator("main h1").InnerTextAsync());
    }

    [Fact]
    public async Task The_link_to_a_view_can_be_copied()
    {
        await using var visit = await lab.Open("/activations?name=tanh&beside=elu&layers=7");
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Link copied" })).ToBeVisibleAsync();
        Assert.Contains("/activations?name=tanh&beside=elu&layers=7", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_that_is_chosen_recolours_the_figures()
    {
        await using var visit = await lab.Open("/descent?steps=12");
        var ground = visit.Page.Locator("figure.map .levels rect");
        string light = (await ground.GetAttributeAsync("fill"))!;
        await visit.Page.GetByLabel("Theme").SelectOptionAsync("dark");
        await Assertions.Expect(ground).Not.ToHaveAttributeAsync("fill", light);
    }

    [Fact]
    public async Task Pages_are_reached_by_keyboard_alone()
    {
        await using var visit = await lab.Open("/activations");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        for (int i = 0; i < 3; i++)
            await visit.Page.Keyboard.PressAsync("Tab");        // past the name, to the second page
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("Train");
    }
}
