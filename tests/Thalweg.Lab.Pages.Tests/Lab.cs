using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

/// <summary>The Lab as its users start it, <c>thalweg lab</c> as a program of its own, and a browser to look at it.</summary>
public sealed class Lab : IAsyncLifetime
{
    readonly string data = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;
    Process? server;
    IPlaywright? playwright;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The browser; null where this computer has none.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>By how many milliseconds each answer may be late, in THALWEG_LATE: for finding pages that count on an order of answers.</summary>
    static int Late => int.TryParse(Environment.GetEnvironmentVariable("THALWEG_LATE"), CultureInfo.InvariantCulture, out int most) ? most : 0;

    static string? Chromium => new[] { Environment.GetEnvironmentVariable("THALWEG_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } path)
            return;
        server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Thalweg.Cli.dll"), "lab", "--no-browser", "--port", "0", "--data", data])
        {
            RedirectStandardOutput = true,
        })!;
        while (Address.Length == 0)
        {
            string line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The Lab ended before it said where it is.");
            int at = line.IndexOf("http://", StringComparison.Ordinal);
            Address = at < 0 ? "" : line[at..].Trim().TrimEnd('/');
        }
        // Long enough for a computer with much else to do: what is waited for comes, or is not there at all.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>A page in a language, after which nothing but the Lab was asked for anything and no script failed.</summary>
    public async Task<Visit> Open(string path, string language = "en-US", int width = 1280, ColorScheme colors = ColorScheme.Light, bool calm = true)
    {
        if (Browser is null)
        {
            // CI installs one: there the tests must not be passed over.
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "There is no Chromium, though CI should have installed one.");
            Assert.Skip("There is no Chromium: install the package chromium, or name one in THALWEG_CHROMIUM.");
        }
        var context = await Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = colors,
            ReducedMotion = calm ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        });
        if (Late > 0)
            await context.RouteAsync("**/*", DeliverLateAsync);
        var visit = new Visit(context, await context.NewPageAsync(), Address);
        await visit.Go(path);
        return visit;
    }

    static async Task DeliverLateAsync(IRoute route)
    {
        await Task.Delay(Random.Shared.Next(Late));
        try
        {
            await route.ContinueAsync();
        }
        catch (PlaywrightException)
        {
            // The page that asked is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }
        Directory.Delete(data, recursive: true);
    }
}
