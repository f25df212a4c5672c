using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Thalweg.Lab.Book.Figures;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;
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
        var api = app.MapGroup("/api").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(RefusalAnswer), ["application/json"]));
        api.MapGet("/catalog", () => CatalogApi.Catalog([.. datasets.All.Select(dataset => dataset.Summary)]))
            .Told("Everything that can be chosen from.", "Objectives, optimisers with their settings, activations, initialisers, schedules, losses, metrics and data sets; summaries in the reader's language.");
        api.MapGet("/objectives/{name}/field", FieldApi.Field)
            .Told("An objective over a grid.", "Costs at 2 to 401 points each way, over the objective's own window or the one from x0 to x1 and y0 to y1.");
        api.MapGet("/activations/{name}", ActivationApi.Activation)
            .Told("An activation, its derivatives, and their products through layers.", "Both derivatives by differentiation; the name may carry settings in brackets, as leaky_relu(0.1).");

        api.MapGet("/book/{name}", BookFigures.Find).Told("Curves of a figure of the book.", "Computed when somebody first looks; names of curves are keys of the pages' texts, or the same in every language.");

        api.MapPost("/datasets", (HttpContext context, string? name) => DatasetApi.UploadAsync(context, datasets, services.Limits.UploadBytes, name))
            .Told("Keeps a table.", "text/csv, or a form with a file; answers its columns and first rows.").Accepts<IFormFile>("multipart/form-data", "text/csv");
        api.MapGet("/datasets/{name}", (string name, int rows = 20) => datasets.Find(name).Preview(rows))
            .Told("The first rows of a table.", "At most 200, as text.");

        var runs = new RunApi(services);
        api.MapGet("/runs", runs.List).Told("All runs, or those with a tag or of a kind.", "The newest first; kind is train or descent.");
        api.MapGet("/runs/{id:long}", runs.Find).Told("A run with its history, layers and network.", "The history of a training is by epoch, that of a descent by step: loss/1, gradient_norm/1, x/1 and y/1 of the first racer, and so on.");
        api.MapPost("/runs", runs.Start).WithMetadata(new ApiDescription.Bodies(typeof(RunSettings), typeof(RaceSettings)))
            .Told("Begins a training, or computes a descent that is kept.", "A descent where kind is descent, otherwise a training; what isn't given has its default.");
        api.MapGet("/tags", services.Store.Tags).Told("All tags, with how many runs have each.", "In the order of the alphabet.");
        api.MapPatch("/runs/{id:long}", runs.Change).Told("Renames or tags a run.", "What isn't given stays; tags take the place of all it had.");
        api.MapDelete("/runs/{id:long}", runs.DeleteAsync).Told("Forgets a run.", "One that goes on is stopped first.");
        api.MapPost("/runs/{id:long}/resume", runs.Resume).Told("Goes on with a run that was stopped or interrupted.", "A training behind its last whole epoch, a descent from its start; both with the bits they would have had.");
        api.MapGet("/runs/{id:long}/export", runs.Export).Produces<string>(StatusCodes.Status200OK, "application/json", "text/csv", "text/html")
            .Told("A run as a file.", "format is json (the default), csv or html.");

        api.MapGet("/runs/{id:long}/confusion", (long id, CancellationToken gone) => runs.AnalyseAsync(_ => TrainedRun.Load(trainings, id).Confusion(), gone))
            .Told("Rows of each class by the class they are taken for.", "Of the rows that were held back, where there are any.");
        api.MapGet("/runs/{id:long}/boundary", (long id, string? fx, string? fy, CancellationToken gone, int columns = 61, int rows = 61) =>
            runs.AnalyseAsync(_ => TrainedRun.Load(trainings, id).Boundary(fx, fy, columns, rows), gone)).Told("What the network says over two features.", "fx and fy by name or number, in the table's units; the others are at their means.");
        api.MapPost("/runs/{id:long}/landscape", (long id, LandscapeRequest request, CancellationToken gone) =>
            runs.AnalyseAsync(limit => TrainedRun.Load(trainings, id).Landscape(request, limit), gone)).Told("The loss around the weights.", "Along one weight, over two random directions, or over the principal components of the training's path.");
        api.MapPost("/runs/{id:long}/diagnose", (long id, CancellationToken gone) =>
            runs.AnalyseAsync(limit => RunDiagnosis.Of(trainings, trainings.Find(id).Training, limit), gone)).Told("What is wrong with a run's training.", "Trains briefly again, and tries out remedies; texts in the reader's language.");
        api.MapPost("/diagnose", (RunSettings settings, CancellationToken gone) =>
            runs.AnalyseAsync(limit => RunDiagnosis.Of(trainings, settings, limit), gone)).Told("What is wrong with a training of these settings.", "The same without a run.");
        app.Map("/ws", context => SocketAsync(context, services)).ExcludeFromDescription();
    }

    /// <summary>Answers an address below /api that isn't one.</summary>
    public static Task NoSuchPlace(HttpContext context) => throw (!HttpMethods.IsGet(context.Request.Method) && context.Request is { HasFormContentType: false, ContentType: { } type } && !context.Request.HasJsonContentType()
        ? new Refusal(StatusCodes.Status415UnsupportedMediaType, $"There is no {context.Request.Method} {context.Request.Path} for a body of type '{type.Split(';')[0]}': send JSON, with Content-Type: application/json.")
        : Refusal.NotFound($"There is no {context.Request.Method} {context.Request.Path}; /api/openapi.json describes what there is."));

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
            await using var page = new LabSocket(socket, services.Limits.MessageBytes, services.Trainings, Translator.For(context.Request));
            await page.ServeAsync(ended.Token).ConfigureAwait(false);
        }
        finally
        {
            services.LeaveSocket();
        }
    }

    /// <summary>Says what an address is for.</summary>
    static RouteHandlerBuilder Told(this RouteHandlerBuilder route, string summary, string description) => route.WithSummary(summary).WithDescription(description);
}
