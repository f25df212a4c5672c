using Thalweg.Descents;

namespace Thalweg.Cli;

/// <summary>What a diagnosis found, as <c>--json</c> writes it.</summary>
/// <param name="Settings">The settings, with what was inferred in the place of "auto".</param>
/// <param name="Diagnosis">Findings with evidence, remedy, effect and the numbers of their pictures; the losses of the brief training, the range test, the stability limit.</param>
/// <param name="Seconds">How long it took, all trainings together.</param>
sealed record DiagnosisResult(TrainSettings Settings, Diagnosis Diagnosis, double Seconds);
