namespace Thalweg.Descents;

/// <summary>A trace as random probes estimate it.</summary>
/// <param name="Value">The mean over the probes.</param>
/// <param name="StandardError">How far it may be off: the deviation of the probes over the root of their number.</param>
/// <param name="Probes">How many probes, each one product.</param>
public readonly record struct TraceEstimate(double Value, double StandardError, int Probes);
