using System.Globalization;
using System.IO.Compression;
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

    /// <summary>A run as a file: its numbers as json or csv, a page as html, its network as keras.</summary>
    public IResult Export(long id, string? format)
    {
        var run = services.Trainings.Find(id);
        string kind = format ?? "json";
        string type = kind switch
        {
            "json" => "application/json",
            "csv" => "text/csv",
            "html" => "text/html; charset=utf-8",
            "keras" => "application/zip",
            _ => throw Refusal.Bad($"format is '{format}'; json, csv, html or keras is expected.", "format"),
        };
        return Results.File(Written(run, kind), type, FormattableString.Invariant($"run-{id}.{kind}"));
    }

    /// <summary>All runs in one archive: the numbers of each as json and csv, the network of each training as keras.</summary>
    public IResult ExportAll()
    {
        var archive = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var run in services.Store.All())
            {
                string[] formats = run.Kind == RunRecord.Train && services.Trainings.Files(run.Id).HasWeights ? ["json", "csv", "keras"] : ["json", "csv"];
                foreach (string format in formats)
                {
                    using var entry = zip.CreateEntry(FormattableString.Invariant($"run-{run.Id}.{format}"), format == "keras" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                    entry.Write(Written(run, format));
                }
            }
        }

        archive.Position = 0;
        return Results.File(archive, "application/zip", "runs.zip");
    }

    /// <summary>A run in a format, as bytes.</summary>
    byte[] Written(RunRecord run, string format)
    {
        switch (format)
        {
            case "json":
                var losses = services.Store.Epochs(run.Id).SelectMany(epoch => epoch.Losses);
                return JsonSerializer.SerializeToUtf8Bytes(new { run = Brief(run), history = Numbers(run), batchLosses = losses }, LabJson.Options);
            case "csv":
                using (var text = new StringWriter(CultureInfo.InvariantCulture))
                {
                    HistoryCsv.Write(text, Numbers(run), run.Kind == RunRecord.Train ? "epoch" : "step", run.Kind == RunRecord.Train ? 1 : 0);
                    return Encoding.UTF8.GetBytes(text.ToString());
                }
            case "html" when run.Kind == RaceSettings.Descent:
                return Encoding.UTF8.GetBytes(DescentReport.Of(run, services.Store.Curves(run.Id)));
            case "html":
                var trained = TrainedRun.Load(services.Trainings, run.Id);
                var rows = trained.Data.Validation ?? (trained.Data.X, trained.Data.Y);
                return Encoding.UTF8.GetBytes(TrainingReport.Of(run.Name, trained.Run.Settings, History(run.Id), trained.Run.Model, trained.Data.IsClassification ? trained.Run.Confusion(rows) : null,
                    services.Store.Epochs(run.Id) is [.., var last] ? last.Seconds : null));
            case "keras" when run.Kind == RunRecord.Train:
                return Network(TrainedRun.Load(services.Trainings, run.Id), services.Store.Epochs(run.Id).Count);
            default:
                throw Refusal.Bad($"Run {run.Id} is a descent: it has no network to export. Take json, csv or html.", "format");
        }
    }

    /// <summary>A network as <c>thalweg train --save</c> writes it, for <c>thalweg predict</c>, for Keras, for a program.</summary>
    static byte[] Network(TrainedRun trained, int epochs)
    {
        string folder = Directory.CreateTempSubdirectory("thalweg-export-").FullName;
        try
        {
            string file = Path.Combine(folder, "network.keras");
            SavedModel.Save(file, trained.Run, trained.Data, epochs, order: null);
            return File.ReadAllBytes(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
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
