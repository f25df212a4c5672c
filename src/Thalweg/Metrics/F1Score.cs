using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>2 P R / (P + R): the harmonic mean of precision P and recall R.</summary>
/// <param name="average">How the scores of classes become one.</param>
/// <param name="threshold">Above which probability a class is a yes; only the most probable class where it isn't given.</param>
[Named("f1_score")]
public sealed class F1Score(ScoreAverage average = ScoreAverage.None, double? threshold = null) : FBetaScore(average, 1, threshold);
