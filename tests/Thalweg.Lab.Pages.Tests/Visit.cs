using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

/// <summary>A reader's visit: the page, and what went wrong behind it.</summary>
public sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly string address;
    readonly List<string> faults = [];

    public Visit(IBrowserContext context, IPage page, string address)
    {
        (this.context, Page, this.address) = (context, page, address);
        page.PageError += (_, error) => faults.Add($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                faults.Add($"asked for {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Opens an address of the Lab and waits for its heading.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(address + path);
        await Page.Locator("main h1").First.WaitForAsync();
    }

    /// <summary>Fails where a script failed, something wrote an error to the console, or another server was asked.</summary>
    public void AssertSound() => Assert.Equal([], faults);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
