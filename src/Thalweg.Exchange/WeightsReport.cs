namespace Thalweg.Exchange;

/// <summary>What became of each layer when weights were loaded.</summary>
/// <param name="Loaded">The layers whose weights came from the file.</param>
/// <param name="Missing">Layers with weights of which the file has none.</param>
/// <param name="Unexpected">What the file has for layers that the model hasn't got.</param>
/// <param name="Mismatched">Layers whose weights have other shapes or another number than those in the file, with both.</param>
public sealed record WeightsReport(IReadOnlyList<string> Loaded, IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<string> Mismatched)
{
    /// <summary>Whether everything found its place.</summary>
    public bool IsComplete => Missing.Count + Unexpected.Count + Mismatched.Count == 0;

    /// <summary>One line for each kind of fault; what was loaded where there is none.</summary>
    public override string ToString() => IsComplete
        ? $"All {Loaded.Count} layers were loaded."
        : string.Join(' ', new[] { ("Not in the file:", Missing), ("Not in the model:", Unexpected), ("Of other shapes:", Mismatched) }
            .Where(pair => pair.Item2.Count > 0).Select(pair => $"{pair.Item1} {string.Join(", ", pair.Item2)}."));
}
