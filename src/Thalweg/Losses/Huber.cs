using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of ½ e² for errors up to δ, and of δ |e| − ½ δ² beyond, where single errors count less.</summary>
/// <remarks>Huber, 1964.</remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new Huber().Compute(y, predicted).Item()     // 0.208333
/// </code></example>
/// <param name="Delta">Where the parabola ends, δ.</param>
[Named("huber", "huber_loss")]
public sealed record Huber(double Delta = 1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "huber");
        var error = (expected - predicted).Abs();
        return Tensor.Where(error <= Delta, error.Square() * 0.5, error * Delta - 0.5 * Delta * Delta).Mean(axis: -1);
    }
}
