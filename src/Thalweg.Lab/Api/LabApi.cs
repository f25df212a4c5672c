using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Api;

/// <summary>The addresses of the Lab.</summary>
static class LabApi
{
    /// <summary>Puts them on the application.</summary>
    public static void Map(IEndpointRouteBuilder app, LabServices services)
    {
        app.MapGet("/api/catalog", () => CatalogApi.Catalog([])).WithSummary("Everything that can be chosen from.");
        app.MapGet("/api/objectives/{name}/field", FieldApi.Field).WithSummary("An objective over a grid.");
        app.MapGet("/api/activations/{name}", ActivationApi.Activation).WithSummary("An activation, its derivatives, and their products through layers.");
        app.Map("/ws", context => SocketAsync(context, services)).ExcludeFromDescription();
    }

    /// <summary>Answers an address below /api that isn't one.</summary>
    public static Task NoSuchPlace(HttpContext context) =>
        throw Refusal.NotFound($"There is no {context.Request.Method} {context.Request.Path}; /api/openapi.json describes what there is.");

    static async Task SocketAsync(HttpContext context, LabServices services)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            throw Refusal.Bad("/ws is a web socket: connect with WebSocket, not with a plain request.");
        if (!services.EnterSocket())
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, $"{services.Limits.Sockets} pages are connected already: close some.");
        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(
                context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
            await using var page = new LabSocket(socket, services.Limits.MessageBytes);
            await page.ServeAsync(ended.Token).ConfigureAwait(false);
        }
        finally
        {
            services.LeaveSocket();
        }
    }
}
