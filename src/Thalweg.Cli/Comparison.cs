namespace Thalweg.Cli;

/// <summary>Several trainings, as <c>compare --json</c> writes them.</summary>
/// <param name="Variants">One result for each variant and repetition.</param>
sealed record Comparison(IReadOnlyList<TrainResult> Variants);
