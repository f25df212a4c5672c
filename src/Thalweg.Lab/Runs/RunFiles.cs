using System.Globalization;
using Thalweg.Data;

namespace Thalweg.Lab.Runs;

/// <summary>The files of a run beside the data base: its checkpoint, its newest weights, and its weights along the way.</summary>
/// <param name="root">The folder of all runs.</param>
/// <param name="id">The run.</param>
sealed class RunFiles(string root, long id)
{
    /// <summary>The most bytes of weights that a run keeps along its way.</summary>
    const long MostBytes = 64L << 20;

    const int MostPoints = 200;

    /// <summary>The run's folder, which holds the checkpoint.</summary>
    public string Folder { get; } = Path.Combine(root, id.ToString(CultureInfo.InvariantCulture));

    string Newest => Path.Combine(Folder, "weights.thalweg");

    string Way => Path.Combine(Folder, "path");

    /// <summary>Whether there are weights to look at.</summary>
    public bool HasWeights => File.Exists(Newest);

    /// <summary>After how many epochs each place of the way is kept, so that it stays within its bounds.</summary>
    public static int Stride(long parameters, int epochs) =>
        (int)Math.Max(1, Math.Max((epochs + MostPoints - 1L) / MostPoints, (parameters * sizeof(float) * epochs + MostBytes - 1) / MostBytes));

    /// <summary>Keeps the newest weights.</summary>
    public void Keep(IReadOnlyList<Variable> weights)
    {
        Directory.CreateDirectory(Folder);
        Write(Newest, weights);
    }

    /// <summary>Keeps weights as a place of the way; the start is 0.</summary>
    public void KeepPlace(int epochs, IReadOnlyList<Variable> weights)
    {
        Directory.CreateDirectory(Way);
        Write(Path.Combine(Way, epochs.ToString("D6", CultureInfo.InvariantCulture) + ".thalweg"), weights);
    }

    /// <summary>The newest weights, in the model's order.</summary>
    public IReadOnlyList<Tensor> Weights() => Read(Newest);

    /// <summary>The weights along the way, from the start on.</summary>
    public IReadOnlyList<IReadOnlyList<Tensor>> Places() =>
        Directory.Exists(Way) ? [.. Directory.EnumerateFiles(Way, "*.thalweg").Order(StringComparer.Ordinal).Select(Read)] : [];

    /// <summary>Deletes everything.</summary>
    public void Delete()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    static void Write(string path, IReadOnlyList<Variable> weights) =>
        TensorFile.Write(path, weights.Select((weight, i) => KeyValuePair.Create(FormattableString.Invariant($"{i}/{weight.Path}"), weight.Value)));

    static IReadOnlyList<Tensor> Read(string path) => [.. TensorFile.Read(path).Values];
}
