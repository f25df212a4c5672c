using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;
using Thalweg.Lab.Reports;
using Thalweg.Lab.Runs;
using Thalweg.Lab.Trainings;
using Thalweg.Models;

namespace Thalweg.Lab.Api;

/// <summary>Runs as pages ask for them.</summary>
/// <param name="services">What the Lab has.</param>
sealed class RunApi(LabServices services)
{
    static readonly TimeSpan LongestAnalysis = TimeSpan.FromMinutes(2);

    /// <summary>All runs, or those with a tag or of a kind.</summary>
    public IEnumerable<RunBrief> List(string? tag, string? kind) => services.Store.All()
        .Where(run => (string.IsNullOrEmpty(tag) || run.Tags.Contains(tag)) && (string.IsNullOrEmpty(kind) || run.Kind == kind)).Select(Brief);

    /// <summary>A run with its history, its layers and a drawing of its network.</summary>
    public RunDetail Find(long id)
    {
        var run = services.Trainings.Find(id);
        var (layers, svg) = services.Store.Network(id);
        var brief = Brief(run);
        return new RunDetail(brief.Id, brief.Kind, brief.Name, brief.Created, brief.State, brief.Settings, brief.Tags, brief.Summary, brief.Error, Numbers(run), layers, new NetworkPicture(svg));
    }

    /// <summary>Begins a run: a training, or a descent where <c>kind</c> says so.</summary>
    public RunStarted Start(JsonElement settings)
    {
        if (settings.ValueKind != JsonValueKind.Object)
            throw Refusal.Bad("The settings are no JSON object: send {\"dataset\": \"iris\"}, or {\"kind\": \"descent\", …}.");
        string? kind = settings.TryGetProperty("kind", out var given) ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText() : null;
        var run = kind switch
        {
            null or RunRecord.Train or "null" => services.Trainings.Start(settings.Deserialize<RunSettings>(LabJson.Options)!),
            RaceSettings.Descent => services.Descents.Start(settings.Deserialize<RaceSettings>(LabJson.Options)!),
            _ => throw Refusal.Bad($"kind is '{kind}'; train or descent is expected.", "kind"),
        };
        return new RunStarted(run.Id);
    }

    /// <summary>Goes on with a training, or computes a descent again.</summary>
    public RunStarted Resume(long id)
    {
        var run = services.Trainings.Find(id);
        _ = run.Kind == RunRecord.Train ? services.Trainings.Resume(id) : services.Descents.Resume(run);
        return new RunStarted(run.Id);
    }

    /// <summary>Forgets a run; one that goes on is stopped first.</summary>
    public async Task<NoContent> DeleteAsync(long id)
    {
        services.Trainings.Find(id);
        await services.Trainings.EndAsync(id).ConfigureAwait(false);
        await services.Descents.EndAsync(id).ConfigureAwait(false);
        services.Store.Delete(id);
        services.Trainings.Files(id).Delete();
        return TypedResults.NoContent();
    }

    /// <summary>Renames or tags a run.</summary>
    public RunBrief Change(long id, RunChange change)
    {
        services.Trainings.Find(id);
        RunSettings.RequireWords(change.Name, change.Tags);
        services.Store.Rename(id, change.Name, change.Tags);
        return Brief(services.Trainings.Find(id));
    }

    /// <summary>A run as a file: json, csv or html.</summary>
    public IResult Export(long id, string? format)
    {
        var run = services.Trainings.Find(id);
        string file = FormattableString.Invariant($"run-{id}");
        switch (format ?? "json")
        {
            case "json":
                var epochs = services.Store.Epochs(id);
                byte[] json = JsonSerializer.SerializeToUtf8Bytes(new { run = Brief(run), history = Numbers(run), batchLosses = epochs.SelectMany(epoch => epoch.Losses) }, LabJson.Options);
                return Results.File(json, "application/json", file + ".json");
            case "csv":
                using (var text = new StringWriter(CultureInfo.InvariantCulture))
                {
                    HistoryCsv.Write(text, Numbers(run), run.Kind == RunRecord.Train ? "epoch" : "step", run.Kind == RunRecord.Train ? 1 : 0);
                    return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", file + ".csv");
                }
            case "html" when run.Kind == RaceSettings.Descent:
                return Results.File(Encoding.UTF8.GetBytes(DescentReport.Of(run, services.Store.Curves(id))), "text/html; charset=utf-8", file + ".html");
            case "html":
                var trained = TrainedRun.Load(services.Trainings, id);
                var rows = trained.Data.Validation ?? (trained.Data.X, trained.Data.Y);
                string html = TrainingReport.Of(run.Name, trained.Run.Settings, History(id), trained.Run.Model, trained.Data.IsClassification ? trained.Run.Confusion(rows) : null,
                    services.Store.Epochs(id) is [.., var last] ? last.Seconds : null);
                return Results.File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", file + ".html");
            default:
                throw Refusal.Bad($"format is '{format}'; json, csv or html is expected.", "format");
        }
    }

    /// <summary>Works something out on a thread of the pool, when there is room, for so long at most.</summary>
    public async Task<T> AnalyseAsync<T>(Func<CancellationToken, T> work, CancellationToken gone)
    {
        await services.Analyses.WaitAsync(gone).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(LongestAnalysis);
        try
        {
            return await Task.Run(() => work(limit.Token), gone).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, $"It isn't done after {LongestAnalysis.TotalMinutes:0} minutes: take fewer points, a smaller network, or fewer rows.");
        }
        finally
        {
            services.Analyses.Release();
        }
    }

    /// <summary>A run as the list has it.</summary>
    public RunBrief Brief(RunRecord run) => new(
        run.Id, run.Kind, run.Name, run.Created, services.Trainings.StateOf(run), run.Settings, run.Tags, run.Summary, run.Error is { } error ? Translator.Current.Say(error) : null);

    /// <summary>A run's curves by name: those of its epochs, or those of its steps.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<double>> Numbers(RunRecord run) => run.Kind == RunRecord.Train
        ? History(run.Id).Metrics
        : new OrderedDictionary<string, IReadOnlyList<double>>(services.Store.Curves(run.Id).Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<double>)pair.Value)));

    History History(long id)
    {
        var history = new History();
        foreach (var epoch in services.Store.Epochs(id))
            history.Add(epoch.Epoch, epoch.Logs);
        return history;
    }
}

/// <summary>What of a run is to be called otherwise.</summary>
/// <param name="Name">Its new name.</param>
/// <param name="Tags">Its new tags, in place of all it had.</param>
sealed record RunChange(string? Name, string[]? Tags);
