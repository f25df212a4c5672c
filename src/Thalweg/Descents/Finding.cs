namespace Thalweg.Descents;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>The training works, but could be better or faster.</summary>
    Note,

    /// <summary>The training suffers.</summary>
    Warning,

    /// <summary>What is computed isn't what is meant, or nothing is learned.</summary>
    Error,
}

/// <summary>Something that is wrong with a training: what shows it, what helps, and how much that helped when it was tried.</summary>
/// <param name="Name">What it is called, in a few small words: "inputs not scaled".</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Summary">What was found, in a sentence.</param>
/// <param name="Evidence">The numbers that show it.</param>
/// <param name="Remedy">What helps.</param>
/// <param name="Effect">What a training with the remedy gave beside the one without; null where the remedy can't be tried by itself.</param>
/// <param name="Chart">The numbers as a picture; <c>Plot</c> of Thalweg.Plots draws it.</param>
public sealed record Finding(string Name, Severity Severity, string Summary, IReadOnlyList<Measurement> Evidence, Remedy Remedy, Effect? Effect, Chart Chart);

/// <summary>One number of the evidence.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
public sealed record Measurement(string Name, double Value);

/// <summary>What helps against a finding.</summary>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="Settings">The same as settings of a training, by the names of the command's options: <c>standardize</c>, <c>learning-rate</c>, <c>activation</c>, <c>initializer</c>, <c>output-activation</c>, <c>loss</c>, <c>class-weight</c>, <c>drop</c>, <c>shuffle</c>, <c>early-stopping</c>. Empty where it takes more than a setting.</param>
public sealed record Remedy(string Text, IReadOnlyDictionary<string, string> Settings);

/// <summary>What a remedy changed, measured by two trainings from the same weights.</summary>
/// <param name="Measure">What was measured, after the same number of epochs.</param>
/// <param name="Before">Without the remedy.</param>
/// <param name="After">With it.</param>
/// <param name="LowerIsBetter">Whether less is better, as of a loss.</param>
public sealed record Effect(string Measure, double Before, double After, bool LowerIsBetter)
{
    /// <summary>Whether the remedy made it better; a number that isn't finite is the worst.</summary>
    public bool Improved => double.IsFinite(After) && (!double.IsFinite(Before) || (LowerIsBetter ? After < Before : After > Before));
}
