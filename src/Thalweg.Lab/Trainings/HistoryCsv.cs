using System.Globalization;
using Thalweg.Data;

namespace Thalweg.Lab.Trainings;

/// <summary>
/// A training's history as a table: one row per epoch, one column per name, every digit that tells a number from its
/// neighbours.
/// </summary>
static class HistoryCsv
{
    /// <summary>Writes the history into a file; epochs count from 1.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, IReadOnlyList<double>> history) =>
        WholeFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            Write(writer, history);
        });

    /// <summary>Writes the history as text, with a first column that counts: epochs, from 1, where nothing else is said.</summary>
    public static void Write(TextWriter writer, IReadOnlyDictionary<string, IReadOnlyList<double>> history, string counted = "epoch", int from = 1)
    {
        writer.Write(string.Join(',', history.Keys.Prepend(counted)) + "\n");
        int epochs = history.Values.Select(values => values.Count).DefaultIfEmpty().Max();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            writer.Write((epoch + from).ToString(CultureInfo.InvariantCulture));
            foreach (var values in history.Values)
            {
                writer.Write(',');
                if (epoch < values.Count)
                    writer.Write(values[epoch].ToString("R", CultureInfo.InvariantCulture));
            }
            writer.Write('\n');
        }
    }
}
