using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Thalweg.Lab.Pages.Tests;

/// <summary>Answers come late, and not in the order of the questions: what the page shows is what was asked for last.</summary>
public sealed class LateAnswerTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task A_run_that_is_done_stays_done_when_an_older_answer_comes()
    {
        await using var visit = await lab.Open("/train?dataset=iris&layers=8&epochs=3");
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        // The first look at the run is answered as it was then, but only when the run is over.
        await visit.Page.RouteAsync(new Regex("/api/runs/[0-9]+$"), async route =>
        {
            if (asked.TrySetResult())
            {
                var answer = await route.FetchAsync();
                string body = (await answer.TextAsync()).Replace("\"state\":\"done\"", "\"state\":\"running\"", StringComparison.Ordinal);
                await release.Task;
                await route.FulfillAsync(new() { Response = answer, Body = body });
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        var state = visit.Page.Locator(".run .state");
        await Assertions.Expect(state).ToHaveTextAsync("done");
        await visit.Page.RunAndWaitForResponseAsync(() => { release.SetResult(); return Task.CompletedTask; }, new Regex("/api/runs/[0-9]+$"));
        await Assertions.Expect(visit.Page.Locator(".network img")).ToBeVisibleAsync();
        await Assertions.Expect(state).ToHaveTextAsync("done");
        visit.AssertSound();
    }

    [Fact]
    public async Task Of_two_functions_the_one_chosen_last_is_drawn()
    {
        await using var visit = await lab.Open("/activations?name=tanh&beside=relu");
        await visit.Page.Locator("canvas").First.WaitForAsync();
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await visit.Page.RouteAsync(new Regex("/api/activations.*elu"), async route =>
        {
            if (route.Request.Url.Contains("selu", StringComparison.Ordinal))
            {
                asked.TrySetResult();
                await release.Task;
            }
            await route.ContinueAsync();
        });
        var function = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Activation", Exact = true });
        await function.SelectOptionAsync("selu");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await function.SelectOptionAsync("elu");
        var numbers = visit.Page.Locator("figure.chart").First.Locator("details.numbers table");
        await visit.Page.Locator("figure.chart").First.Locator("details.numbers summary").ClickAsync();
        await Assertions.Expect(numbers).ToContainTextAsync("elu");
        string shown = await numbers.InnerTextAsync();
        var late = await visit.Page.RunAndWaitForResponseAsync(() => { release.SetResult(); return Task.CompletedTask; }, new Regex("/selu"));
        await late.FinishedAsync();
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Equal(shown, await numbers.InnerTextAsync());
        visit.AssertSound();
    }

    [Fact]
    public async Task A_step_is_taken_as_soon_as_there_is_one()
    {
        await using var visit = await lab.Open("/activations");
        var begun = new TaskCompletionSource();
        await visit.Page.RouteWebSocketAsync(new Regex("/ws"), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(async frame =>
            {
                await begun.Task;
                if (frame.Binary is { } bytes)
                    socket.Send(bytes);
                else
                    socket.Send(frame.Text!);
            });
        });
        await visit.Go("/descent?steps=100");
        var position = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Step" });
        await Assertions.Expect(position).ToHaveAttributeAsync("max", "100");           // the race is asked for
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the start" }).ClickAsync();
        var step = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Step", Exact = true });
        await step.ClickAsync();
        await step.ClickAsync();
        await Assertions.Expect(position).ToHaveValueAsync("0");
        begun.SetResult();
        await Assertions.Expect(position).ToHaveValueAsync("2");
        visit.AssertSound();
    }
}
