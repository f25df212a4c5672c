using Thalweg.Losses;
using Thalweg.Metrics;

namespace Thalweg.Models;

/// <summary>What one output of a model is trained and measured by.</summary>
/// <param name="Name">The output's: that of the layer that gives it.</param>
/// <param name="Loss">What is made small; null for an output that isn't trained by itself.</param>
/// <param name="Weight">What its loss is multiplied with in the sum of all; 1 where it isn't given.</param>
/// <param name="Metrics">What else is measured.</param>
/// <param name="WeightedMetrics">What else is measured with each sample counting by its weight.</param>
public sealed record OutputTraining(string Name, Loss? Loss, double? Weight, IReadOnlyList<Metric> Metrics, IReadOnlyList<Metric> WeightedMetrics);
