using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Runs;

/// <summary>
/// Runs in a data base of one file, written as they go: what an epoch gave is there when the next begins, whatever happens to
/// the program.
/// </summary>
sealed class RunStore : IDisposable
{
    const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        CREATE TABLE IF NOT EXISTS runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, created TEXT NOT NULL, state TEXT NOT NULL,
            settings TEXT NOT NULL, tags TEXT NOT NULL, error TEXT);
        CREATE TABLE IF NOT EXISTS epochs (
            run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, epoch INTEGER NOT NULL, seconds REAL NOT NULL, logs TEXT NOT NULL, losses BLOB NOT NULL,
            PRIMARY KEY (run, epoch));
        CREATE TABLE IF NOT EXISTS networks (
            run INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE, layers TEXT NOT NULL, svg TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS curves (
            run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, name TEXT NOT NULL, numbers BLOB NOT NULL, PRIMARY KEY (run, name));
        CREATE TABLE IF NOT EXISTS summaries (
            run INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE, summary TEXT NOT NULL);
        """;

    /// <summary>The form of the tables, 2 since they hold descents; a greater number is one that this Lab doesn't know.</summary>
    const long Form = 2;

    const string Columns = "id, kind, name, created, state, settings, tags, error";

    readonly SqliteConnection connection;
    readonly Lock gate = new();

    /// <summary>Opens the data base, and makes it where there is none. What was going on when the program ended is interrupted.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">A newer Lab made it.</exception>
    public RunStore(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using (var form = Command("PRAGMA user_version"))
        {
            if ((long)form.ExecuteScalar()! is var found and > Form)
            {
                connection.Dispose();
                throw new UserErrorException($"--data: '{path}' has form {found}, which a newer version of the Lab made; this one knows form {Form}. Update it, or give another folder.");
            }
        }
        Execute(Schema + FormattableString.Invariant($"PRAGMA user_version = {Form};"));
        Execute("UPDATE runs SET state = $interrupted WHERE state IN ($running, $paused)",
            ("$interrupted", Text(RunState.Interrupted)), ("$running", Text(RunState.Running)), ("$paused", Text(RunState.Paused)));
    }

    /// <summary>How many runs are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return (int)(long)Command("SELECT count(*) FROM runs").ExecuteScalar()!;
        }
    }

    /// <summary>A new run, which goes on at once.</summary>
    public RunRecord Add(string kind, string name, object settings, IReadOnlyList<string> tags)
    {
        lock (gate)
        {
            using var command = Command("INSERT INTO runs (kind, name, created, state, settings, tags) VALUES ($kind, $name, $created, $state, $settings, $tags) RETURNING id",
                ("$kind", kind), ("$name", name), ("$created", DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture)), ("$state", Text(RunState.Running)),
                ("$settings", Json(settings)), ("$tags", Json(tags)));
            return Find((long)command.ExecuteScalar()!)!;
        }
    }

    /// <summary>Keeps what a run's network looks like.</summary>
    public void Describe(long id, IReadOnlyList<LayerRecord> layers, string svg) =>
        Execute("INSERT OR REPLACE INTO networks (run, layers, svg) VALUES ($run, $layers, $svg)", ("$run", id), ("$layers", Json(layers)), ("$svg", svg));

    /// <summary>What a run's network looks like.</summary>
    public (IReadOnlyList<LayerRecord> Layers, string? Svg) Network(long id)
    {
        lock (gate)
        {
            using var command = Command("SELECT layers, svg FROM networks WHERE run = $run", ("$run", id));
            using var reader = command.ExecuteReader();
            return reader.Read() ? (JsonSerializer.Deserialize<LayerRecord[]>(reader.GetString(0), LabJson.Options)!, reader.GetString(1)) : ([], null);
        }
    }

    /// <summary>The run of a number; null where there is none.</summary>
    public RunRecord? Find(long id) => Read($"SELECT {Columns} FROM runs WHERE id = $id", ("$id", id)).FirstOrDefault();

    /// <summary>All runs, the newest first.</summary>
    public IReadOnlyList<RunRecord> All() => Read($"SELECT {Columns} FROM runs ORDER BY id DESC");

    /// <summary>Says how a run stands now.</summary>
    public void SetState(long id, RunState state, string? error = null) =>
        Execute("UPDATE runs SET state = $state, error = $error WHERE id = $id", ("$state", Text(state)), ("$error", error), ("$id", id));

    /// <summary>Changes what a run is called.</summary>
    public void Rename(long id, string? name, IReadOnlyList<string>? tags) =>
        Execute("UPDATE runs SET name = coalesce($name, name), tags = coalesce($tags, tags) WHERE id = $id", ("$name", name), ("$tags", tags is null ? null : Json(tags)), ("$id", id));

    /// <summary>Forgets a run with its history.</summary>
    public void Delete(long id) => Execute("DELETE FROM runs WHERE id = $id", ("$id", id));

    /// <summary>Keeps what an epoch gave; again, where it is trained again.</summary>
    public void AddEpoch(long id, EpochRecord epoch) =>
        Execute("INSERT OR REPLACE INTO epochs (run, epoch, seconds, logs, losses) VALUES ($run, $epoch, $seconds, $logs, $losses)",
            ("$run", id), ("$epoch", epoch.Epoch), ("$seconds", epoch.Seconds), ("$logs", Json(epoch.Logs)), ("$losses", MemoryMarshal.AsBytes<float>(epoch.Losses).ToArray()));

    /// <summary>Forgets an epoch and all behind it, which will be trained again.</summary>
    public void ForgetFrom(long id, int epoch) => Execute("DELETE FROM epochs WHERE run = $run AND epoch >= $epoch", ("$run", id), ("$epoch", epoch));

    /// <summary>What all epochs of a run gave.</summary>
    public IReadOnlyList<EpochRecord> Epochs(long id)
    {
        lock (gate)
        {
            using var command = Command("SELECT epoch, seconds, logs, losses FROM epochs WHERE run = $run ORDER BY epoch", ("$run", id));
            using var reader = command.ExecuteReader();
            var epochs = new List<EpochRecord>();
            while (reader.Read())
            {
                epochs.Add(new EpochRecord(reader.GetInt32(0), reader.GetDouble(1), JsonSerializer.Deserialize<OrderedDictionary<string, double>>(reader.GetString(2), LabJson.Options)!,
                    MemoryMarshal.Cast<byte, float>((byte[])reader[3]).ToArray()));
            }
            return epochs;
        }
    }

    /// <summary>Keeps what a descent gave, all of it or nothing, and that it is done.</summary>
    /// <param name="id">The run.</param>
    /// <param name="curves">Its numbers, step by step, under their names.</param>
    /// <param name="summary">What the list of runs says of it.</param>
    public void AddCurves(long id, IEnumerable<KeyValuePair<string, double[]>> curves, IReadOnlyDictionary<string, double> summary)
    {
        lock (gate)
        {
            using var all = connection.BeginTransaction();
            Execute("DELETE FROM curves WHERE run = $run", ("$run", id));
            foreach (var (name, numbers) in curves)
                Execute("INSERT INTO curves (run, name, numbers) VALUES ($run, $name, $numbers)", ("$run", id), ("$name", name), ("$numbers", MemoryMarshal.AsBytes<double>(numbers).ToArray()));
            Execute("INSERT OR REPLACE INTO summaries (run, summary) VALUES ($run, $summary)", ("$run", id), ("$summary", Json(summary)));
            SetState(id, RunState.Done);
            all.Commit();
        }
    }

    /// <summary>What a descent gave, in the order in which it was kept; nothing where it isn't done.</summary>
    public OrderedDictionary<string, double[]> Curves(long id)
    {
        lock (gate)
        {
            using var command = Command("SELECT name, numbers FROM curves WHERE run = $run ORDER BY rowid", ("$run", id));
            using var reader = command.ExecuteReader();
            var curves = new OrderedDictionary<string, double[]>();
            while (reader.Read())
                curves[reader.GetString(0)] = MemoryMarshal.Cast<byte, double>((byte[])reader[1]).ToArray();
            return curves;
        }
    }

    /// <summary>All tags with how many runs have each, in the order of the alphabet.</summary>
    public IReadOnlyList<TagCount> Tags() =>
        [.. All().SelectMany(run => run.Tags.Distinct()).CountBy(tag => tag).Select(pair => new TagCount(pair.Key, pair.Value)).OrderBy(one => one.Tag, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Tag, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
            connection.Dispose();
    }

    List<RunRecord> Read(string sql, params ReadOnlySpan<(string, object?)> values)
    {
        lock (gate)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<(long Id, string Kind, string Name, string Created, string State, string Settings, string Tags, string? Error)>();
            while (reader.Read())
                rows.Add((reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetString(7)));
            return [.. rows.Select(row => new RunRecord(
                row.Id, row.Kind, row.Name, DateTime.Parse(row.Created, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), Enum.Parse<RunState>(row.State, ignoreCase: true),
                JsonSerializer.Deserialize<JsonElement>(row.Settings, LabJson.Options), JsonSerializer.Deserialize<string[]>(row.Tags, LabJson.Options)!, row.Kind == RunRecord.Train ? SummaryOf(row.Id) : KeptSummaryOf(row.Id), row.Error))];
        }
    }

    OrderedDictionary<string, double> SummaryOf(long id)
    {
        using var command = Command("SELECT count(*) OVER (), logs FROM epochs WHERE run = $run ORDER BY epoch DESC LIMIT 1", ("$run", id));
        using var reader = command.ExecuteReader();
        var summary = new OrderedDictionary<string, double> { ["epochs"] = 0 };
        if (reader.Read())
        {
            summary["epochs"] = reader.GetInt32(0);
            foreach (var (name, value) in JsonSerializer.Deserialize<OrderedDictionary<string, double>>(reader.GetString(1), LabJson.Options)!)
                summary[Refusal.Camel(name.Replace('_', '-'))] = value;
        }
        return summary;
    }

    OrderedDictionary<string, double> KeptSummaryOf(long id)
    {
        using var command = Command("SELECT summary FROM summaries WHERE run = $run", ("$run", id));
        return command.ExecuteScalar() is string text ? JsonSerializer.Deserialize<OrderedDictionary<string, double>>(text, LabJson.Options)! : new() { ["steps"] = 0 };
    }

    void Execute(string sql, params ReadOnlySpan<(string, object?)> values)
    {
        lock (gate)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }
    }

    SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class; what users write are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    static string Json<T>(T value) => JsonSerializer.Serialize(value, LabJson.Options);

    /// <summary>A state as pages and the data base have it.</summary>
    public static string Text(RunState state) => state.ToString().ToLowerInvariant();
}

/// <summary>A layer of a run's network.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Units">How many units it has; null where it has none.</param>
/// <param name="Activation">Its activation; null where it has none.</param>
/// <param name="Parameters">How many numbers it learns.</param>
sealed record LayerRecord(string Name, int? Units, string? Activation, long Parameters);

/// <summary>A tag with how many runs have it.</summary>
/// <param name="Tag">The word.</param>
/// <param name="Runs">How many runs have it.</param>
sealed record TagCount(string Tag, int Runs);

/// <summary>What an epoch gave.</summary>
/// <param name="Epoch">Its number; the first is 0.</param>
/// <param name="Seconds">How long the training has worked so far, pauses left out.</param>
/// <param name="Logs">Loss and metrics, validation's with val_ in front.</param>
/// <param name="Losses">The loss of each batch.</param>
sealed record EpochRecord(int Epoch, double Seconds, IReadOnlyDictionary<string, double> Logs, float[] Losses);
