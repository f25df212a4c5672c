using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Thalweg.Data;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Data;

/// <summary>The tables that can be learned from: those of the assembly, and those that were uploaded, which are kept as CSV files.</summary>
/// <param name="folder">Where uploads are kept.</param>
/// <param name="most">The most uploads.</param>
sealed class Datasets(string folder, int most)
{
    const int LongestName = 64;

    static readonly Dictionary<string, string> BuiltIn = new() { ["iris"] = "target", ["wine"] = "target", ["breast_cancer"] = "target", ["digits"] = "target", ["penguins"] = "species" };

    static readonly string[] UsualTargets = ["target", "label", "class", "species", "y"];

    readonly ConcurrentDictionary<string, Lazy<Dataset>> read = new(StringComparer.Ordinal);
    readonly Lock gate = new();

    /// <summary>All names, the built-in ones first.</summary>
    public IReadOnlyList<string> Names => [.. BuiltIn.Keys, .. Uploaded()];

    /// <summary>All data sets.</summary>
    public IReadOnlyList<Dataset> All => [.. Names.Select(Find)];

    /// <summary>The data set of a name.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public Dataset Find(string name)
    {
        if (!BuiltIn.ContainsKey(name) && (name != NameOf(name) || !File.Exists(PathOf(name))))
            throw Refusal.NotFound($"There is no data set '{name}'. Known: {string.Join(", ", Names)}.");
        try
        {
            return read.GetOrAdd(name, _ => new(() => Read(name))).Value;
        }
        catch
        {
            read.TryRemove(name, out _);
            throw;
        }
    }

    /// <summary>Keeps a table, if it is one.</summary>
    /// <param name="name">What it is to be called; letters other than a–z, digits, - and _ become _.</param>
    /// <param name="csv">The file.</param>
    /// <exception cref="Refusal">It is no table, or there are too many.</exception>
    public Dataset Add(string name, ReadOnlyMemory<byte> csv)
    {
        var table = Parse(csv.ToArray(), name);
        if (table.RowCount == 0 || table.ColumnCount < 2)
            throw Refusal.Bad($"The table has {table.RowCount} rows and {table.ColumnCount} columns; a target and something to learn it from need two columns at least, and rows.", "file");
        lock (gate)
        {
            if (Uploaded().Length >= most)
                throw new Refusal(StatusCodes.Status409Conflict, $"{most} tables are kept already: delete some from {folder} first.");
            string own = NameOf(name), free = own;
            for (int i = 2; BuiltIn.ContainsKey(free) || File.Exists(PathOf(free)); i++)
                free = FormattableString.Invariant($"{own}-{i}");
            Directory.CreateDirectory(folder);
            WholeFile.Write(PathOf(free), stream => stream.Write(csv.Span));
            return Find(free);
        }
    }

    /// <summary>A name that can be a file's on any system.</summary>
    internal static string NameOf(string text)
    {
        var name = new StringBuilder();
        foreach (char letter in Path.GetFileNameWithoutExtension(text.Replace('\\', '/')).ToLowerInvariant().Take(LongestName))
            name.Append(letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' ? letter : '_');
        return name.Length == 0 ? "table" : name.ToString();
    }

    string[] Uploaded() => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)] : [];

    string PathOf(string name) => Path.Combine(folder, name + ".csv");

    Dataset Read(string name)
    {
        if (BuiltIn.TryGetValue(name, out string? target))
        {
            var table = Problems.Embedded(name + ".csv");
            // The iris file numbers its rows.
            return Dataset.Of(name, table.Columns[0].Name.StartsWith("unnamed_", StringComparison.Ordinal) ? table.Drop(table.Columns[0].Name) : table, target);
        }
        var own = Parse(File.ReadAllBytes(PathOf(name)), name);
        return Dataset.Of(name, own, UsualTargets.FirstOrDefault(own.Contains) ?? own.ColumnNames[^1]);
    }

    static Table Parse(byte[] csv, string name)
    {
        try
        {
            using var stream = new MemoryStream(csv);
            return Table.ReadCsv(stream);
        }
        catch (TableFormatException fault)
        {
            throw Refusal.Bad($"'{name}' can't be read as a table: {fault.Message}", "file");
        }
        catch (ArgumentException fault)
        {
            throw Refusal.Bad($"'{name}' can't be read as a table: {TrainingData.WithoutParameter(fault)}", "file");
        }
    }
}
