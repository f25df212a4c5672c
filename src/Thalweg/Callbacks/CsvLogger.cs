using System.Globalization;
using System.Text;

namespace Thalweg.Callbacks;

/// <summary>Writes what each epoch logged as a line of a CSV file: the epoch, then the numbers by name.</summary>
/// <param name="path">The file.</param>
/// <param name="separator">What stands between values.</param>
/// <param name="append">Whether lines are added to a file that is there, in place of a new one.</param>
public sealed class CsvLogger(string path, char separator = ',', bool append = false) : Callback
{
    string[]? names;
    bool continues;

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        names = null;
        continues = append && File.Exists(path) && new FileInfo(path).Length > 0;
        if (!continues)
        {
            File.WriteAllText(path, "");
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        var text = new StringBuilder();
        if (names is null)
        {
            names = [.. logs.Keys.Order(StringComparer.Ordinal)];
            if (!continues)
            {
                text.AppendJoin(separator, names.Prepend("epoch")).Append('\n');
            }
        }
        text.AppendJoin(separator, names.Select(name => logs.TryGetValue(name, out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NA").Prepend(epoch.ToString(CultureInfo.InvariantCulture)));
        File.AppendAllText(path, text.Append('\n').ToString());
    }
}
