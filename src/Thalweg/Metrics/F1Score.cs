using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>2 P R / (P + R): the harmonic mean of precision P and recall R.</summary>
/// <example><code>
/// var metric = new F1Score(ScoreAverage.Macro);
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.222222
/// </code></example>
/// <param name="average">How the scores of classes become one.</param>
/// <param name="threshold">Above which probability a class is a yes; only the most probable class where it isn't given.</param>
[Named("f1_score")]
public sealed class F1Score(ScoreAverage average = ScoreAverage.None, double? threshold = null) : FBetaScore(average, 1, threshold);
