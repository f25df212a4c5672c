using Thalweg.Descents;

namespace Thalweg.Lab.Runs;

/// <summary>What is wrong with a training.</summary>
/// <param name="Findings">What was found; what matters most first.</param>
/// <param name="Healthy">Whether nothing was.</param>
/// <param name="Checked">What was looked for.</param>
/// <param name="Losses">The loss of each epoch of the brief training.</param>
/// <param name="Stability">The learning rate beside its limit, where that is known.</param>
sealed record DiagnosisAnswer(FindingAnswer[] Findings, bool Healthy, string[] Checked, IReadOnlyList<double> Losses, StabilityAnswer? Stability);

/// <summary>Something that is wrong.</summary>
/// <param name="Name">What it is called, the same in every language.</param>
/// <param name="Title">What it is called, for the reader.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Summary">What was found, in a sentence.</param>
/// <param name="Evidence">The same with the numbers that show it.</param>
/// <param name="Measurements">The numbers.</param>
/// <param name="Remedy">What helps.</param>
/// <param name="Changes">The settings that a run with the remedy changes; null where it takes more than settings.</param>
/// <param name="Effect">What the remedy changed when it was tried, in a sentence.</param>
/// <param name="Measured">The same in numbers.</param>
/// <param name="Chart">The evidence as a picture, in the reader's language.</param>
sealed record FindingAnswer(
    string Name, string Title, Severity Severity, string Summary, string Evidence, MeasurementAnswer[] Measurements, string Remedy, IReadOnlyDictionary<string, object>? Changes, string? Effect, EffectAnswer? Measured, Chart Chart);

/// <summary>A number that shows it.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
sealed record MeasurementAnswer(string Name, double Value);

/// <summary>What a remedy changed.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Before">Without it.</param>
/// <param name="After">With it.</param>
/// <param name="Improved">Whether that is better.</param>
sealed record EffectAnswer(string Measure, double Before, double After, bool Improved);

/// <summary>A learning rate beside the greatest one that is stable.</summary>
/// <param name="Rule">The formula.</param>
/// <param name="Sharpness">λmax.</param>
/// <param name="Limit">The greatest stable rate.</param>
/// <param name="LearningRate">The rate.</param>
/// <param name="Text">How they compare, in a sentence.</param>
sealed record StabilityAnswer(string Rule, double Sharpness, double Limit, double LearningRate, string Text);
