using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Sophia-H: steps divided by an estimate of the curvature along each weight, and cut off at 1: Newton's method, cheap and careful.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g; every k steps h ← β₂ h + (1 − β₂) u ∘ (H u), with u random signs (Hutchinson's estimate of the Hessian's diagonal);
/// w ← w − α clip(m / max(γ h, ε), ±1). Liu et al., 2023, arXiv 2305.14342. The estimate needs the loss: train with Fit or
/// <see cref="Optimizer.Minimize"/>; with Apply alone the steps are those of the sign of m.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new SophiaH(0.1, seed: 1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
/// <param name="seed">A seed for the signs; otherwise the program's.</param>
[Named("sophia_h", "sophia")]
public sealed class SophiaH(Schedule? learningRate = null, long? seed = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>The seed of its own for the signs; null where they come from the program's.</summary>
    public long? Seed { get; } = seed;

    RandomStream? stream;
    IReadOnlyList<Tensor>? estimates;

    /// <summary>Decay of the mean of the gradients, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.96;

    /// <summary>Decay of the estimates, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.99;

    /// <summary>How much of the curvature divides, γ; the smaller, the more steps are cut off.</summary>
    public double Gamma { get; init => field = Require.Positive(value); } = 0.01;

    /// <summary>The least divisor, ε.</summary>
    public double Epsilon { get; init => field = Require.Positive(value); } = 1e-12;

    /// <summary>How many steps lie between estimates, k.</summary>
    public int UpdatePeriod { get; init => field = Require.Positive(value); } = 10;

    /// <inheritdoc/>
    public override Tensor Minimize(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variables);
        stream ??= Seed is { } own ? new RandomStream(own) : RandomSeed.NextStream();
        var signs = variables.Select(variable => (Tensor.RandomUniform(variable.Shape, -1, 1, variable.DType, stream) >= 0).Cast(variable.DType) * 2 - 1).ToArray();
        Tensor? value = null;
        IReadOnlyList<Tensor>? gradients = null;
        // H u is the gradient of ⟨g, u⟩.
        var (_, products) = Gradient.Of(
            () =>
            {
                (value, gradients) = Gradient.Of(loss, variables);
                return gradients.Zip(signs, (g, u) => (g * u).Sum()).Aggregate((a, b) => a + b);
            },
            variables);
        estimates = [.. products.Zip(signs, (product, u) => (product * u).StopGradient())];
        try
        {
            Apply(variables, [.. gradients!.Select(g => g.StopGradient())]);
        }
        finally
        {
            estimates = null;
        }
        return value!.StopGradient();
    }

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        for (var i = 0; estimates is not null && i < draft.Variables.Count; i++)
        {
            var (estimate, isDue) = (estimates[i], draft.StepOf(i).When(IsDue));
            draft.SlotsOf(i)["hessian"].Set(h => Tensor.Where(isDue, h * Beta2 + estimate * (1 - Beta2), h));
        }
        base.Move(draft);
    }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var m = slots["momentum"].Set(m => m * Beta1 + g * (1 - Beta1));
        return w - step.LearningRate * (m / (slots["hessian"].Value * Gamma).Max(Epsilon)).Clip(-1, 1);
    }

    bool IsDue(long step) => (step - 1) % UpdatePeriod == 0;
}
