using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Adadelta: steps as large as recent steps were, over the recent size of the gradient, so that units fit without a learning rate.</summary>
/// <remarks>
/// a ← ρ a + (1 − ρ) g², δ = −√(d + ε) / √(a + ε) · g, d ← ρ d + (1 − ρ) δ², w ← w + α δ. Zeiler, 2012, arXiv 1212.5701, whose form has α = 1.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Adadelta(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.999859
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given, as Keras.</param>
[Named("adadelta")]
public sealed class Adadelta(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>Decay of both running means, ρ in [0, 1).</summary>
    public double Rho { get; init => field = Require.InUnitInterval(value); } = 0.95;

    /// <summary>Keeps the division finite where the gradient has been zero, ε.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var a = slots["accumulated_grad"].Set(a => a * Rho + g.Square() * (1 - Rho));
        var moved = slots["accumulated_delta_var"];
        var δ = -((moved.Value + Epsilon).Sqrt() * g / (a + Epsilon).Sqrt());
        moved.Set(d => d * Rho + δ.Square() * (1 - Rho));
        return w + step.LearningRate * δ;
    }
}
