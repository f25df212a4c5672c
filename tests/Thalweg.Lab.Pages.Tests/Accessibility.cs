using System.Text.Json;
using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

/// <summary>The rules of WCAG as axe-core checks them.</summary>
static class Accessibility
{
    static readonly string Script = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <summary>Fails on any violation, with the place and the rule.</summary>
    public static async Task AssertSound(IPage page)
    {
        if (!File.Exists(Script))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "axe-core isn't there, though CI should have installed it.");
            Assert.Skip("axe-core isn't there: run npm ci in src/Thalweg.Lab/web, then build again.");
        }
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var answer = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '))");
        Assert.Equal([], answer.EnumerateArray().Select(violation => violation.GetString()));
    }
}
