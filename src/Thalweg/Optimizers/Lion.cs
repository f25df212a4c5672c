using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Lion: steps of one size, in the direction of the sign of a mean of gradients; half of Adam's memory.</summary>
/// <remarks>w ← w − α sign(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g. Chen et al., 2023, arXiv 2302.06675. Takes a learning rate 3 to 10 times smaller than Adam.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Lion(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("lion")]
public sealed class Lion(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>How much of the mean is in the step's direction, β₁ in [0, 1).</summary>
    public double Beta1 { get; init => field = Require.InUnitInterval(value); } = 0.9;

    /// <summary>Decay of the mean of the gradients, β₂ in [0, 1).</summary>
    public double Beta2 { get; init => field = Require.InUnitInterval(value); } = 0.99;

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var momentum = slots["momentum"];
        var direction = (momentum.Value * Beta1 + g * (1 - Beta1)).Sign();
        momentum.Set(m => m * Beta2 + g * (1 - Beta2));
        return w - step.LearningRate * direction;
    }
}
