using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Thalweg.Lab.Book.Figures;
using Thalweg.Lab.Http;
using Thalweg.Lab.Runs;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Api;

/// <summary>The addresses of the Lab.</summary>
static class LabApi
{
    /// <summary>Puts them on the application.</summary>
    public static void Map(IEndpointRouteBuilder app, LabServices services)
    {
        var (trainings, datasets) = (services.Trainings, services.Datasets);
        app.MapGet("/api/catalog", () => CatalogApi.Catalog([.. datasets.All.Select(dataset => dataset.Summary)])).WithSummary("Everything that can be chosen from.");
        app.MapGet("/api/objectives/{name}/field", FieldApi.Field).WithSummary("An objective over a grid.");
        app.MapGet("/api/activations/{name}", ActivationApi.Activation).WithSummary("An activation, its derivatives, and their products through layers.");

        app.MapGet("/api/book/{name}", BookFigures.Find).WithSummary("Curves of a figure of the book.");

        app.MapPost("/api/datasets", (HttpContext context, string? name) => DatasetApi.UploadAsync(context, datasets, services.Limits.UploadBytes, name))
            .WithSummary("Keeps a table: text/csv, or a form with a file.").Accepts<IFormFile>("multipart/form-data", "text/csv");
        app.MapGet("/api/datasets/{name}", (string name, int rows = 20) => datasets.Find(name).Preview(rows)).WithSummary("The first rows of a table.");

        var runs = new RunApi(services);
        app.MapGet("/api/runs", runs.List).WithSummary("All runs, or those with a tag or of a kind.");
        app.MapGet("/api/runs/{id:long}", runs.Find).WithSummary("A run with its history, layers and network.");
        app.MapPost("/api/runs", runs.Start).WithSummary("Begins a training, or computes a descent that is kept.");
        app.MapGet("/api/tags", services.Store.Tags).WithSummary("All tags, with how many runs have each.");
        app.MapPatch("/api/runs/{id:long}", runs.Change).WithSummary("Renames or tags a run.");
        app.MapDelete("/api/runs/{id:long}", runs.DeleteAsync).WithSummary("Forgets a run; one that goes on is stopped.");
        app.MapPost("/api/runs/{id:long}/resume", runs.Resume).WithSummary("Goes on with a run that was stopped or interrupted.");
        app.MapGet("/api/runs/{id:long}/export", runs.Export).WithSummary("A run as json, csv or html.");

        app.MapGet("/api/runs/{id:long}/confusion", (long id, CancellationToken gone) => runs.AnalyseAsync(_ => TrainedRun.Load(trainings, id).Confusion(), gone))
            .WithSummary("Rows of each class by the class they are taken for.");
        app.MapGet("/api/runs/{id:long}/boundary", (long id, string? fx, string? fy, CancellationToken gone, int columns = 61, int rows = 61) =>
            runs.AnalyseAsync(_ => TrainedRun.Load(trainings, id).Boundary(fx, fy, columns, rows), gone)).WithSummary("What the network says over two features.");
        app.MapPost("/api/runs/{id:long}/landscape", (long id, LandscapeRequest request, CancellationToken gone) =>
            runs.AnalyseAsync(limit => TrainedRun.Load(trainings, id).Landscape(request, limit), gone)).WithSummary("The loss around the weights.");
        app.MapPost("/api/runs/{id:long}/diagnose", (long id, CancellationToken gone) =>
            runs.AnalyseAsync(limit => RunDiagnosis.Of(trainings, trainings.Find(id).Training, limit), gone)).WithSummary("What is wrong with a run's training.");
        app.MapPost("/api/diagnose", (RunSettings settings, CancellationToken gone) =>
            runs.AnalyseAsync(limit => RunDiagnosis.Of(trainings, settings, limit), gone)).WithSummary("What is wrong with a training of these settings.");
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
            await using var page = new LabSocket(socket, services.Limits.MessageBytes, services.Trainings);
            await page.ServeAsync(ended.Token).ConfigureAwait(false);
        }
        finally
        {
            services.LeaveSocket();
        }
    }
}
