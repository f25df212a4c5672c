namespace Thalweg.Descents;

/// <summary>How a model is diagnosed: as it will be trained, and how briefly.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>Epochs of each of the brief trainings.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Rows per step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Whether each epoch has an order of its own, as in <c>Fit</c>.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The part of the rows, the last ones, that is tested on, as in <c>Fit</c>. Where neither this nor <see cref="ValidationData"/> is given, a fifth of the rows is held back at random.</summary>
    public double ValidationSplit { get; init; }

    /// <summary>Rows to test on.</summary>
    public (Tensor X, Tensor Y)? ValidationData { get; init; }

    /// <summary>How much each class counts in the loss, as in <c>Fit</c>.</summary>
    public IReadOnlyDictionary<int, double>? ClassWeight { get; init; }

    /// <summary>Names of the inputs, for what is said of them; numbers where they aren't given.</summary>
    public IReadOnlyList<string>? InputNames { get; init; }

    /// <summary>Names of the classes; numbers where they aren't given.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The seed of the brief trainings.</summary>
    public long Seed { get; init; }
}
