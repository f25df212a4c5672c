using Thalweg.Catalogs;

namespace Thalweg.Optimizers;

/// <summary>Multiplies the loss so that small gradients don't vanish in half precision, finds the factor itself, and leaves out steps whose gradients aren't finite.</summary>
/// <remarks>
/// The factor doubles after a number of finite steps in a row, and halves with each that isn't. Micikevicius et al., 2018, arXiv 1710.03740; as Keras.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new LossScaleOptimizer(new Sgd(0.1)).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.8
/// </code></example>
/// <param name="innerOptimizer">The optimiser that takes the steps.</param>
/// <param name="initialScale">The factor at first.</param>
/// <param name="dynamicGrowthSteps">After how many finite steps it doubles.</param>
[Named("loss_scale_optimizer")]
public sealed class LossScaleOptimizer(Optimizer innerOptimizer, double initialScale = 32768, int dynamicGrowthSteps = 2000) : WrappedOptimizer(innerOptimizer)
{
    /// <summary>The factor at first.</summary>
    public double InitialScale { get; } = Require.Positive(initialScale);

    /// <summary>After how many finite steps the factor doubles.</summary>
    public int DynamicGrowthSteps { get; } = Require.Positive(dynamicGrowthSteps);

    /// <summary>The factor now.</summary>
    public double DynamicScale => Scale.Variable.Held.AsSpan<double>()[0];

    Slot Scale => Unconditional("dynamic_scale", InitialScale);

    /// <inheritdoc/>
    public override Tensor ScaleLoss(Tensor loss) => base.ScaleLoss(loss) * Scale.Value.Cast(loss.DType);

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        var (scale, counter) = (Scale, Unconditional("step_counter", 0));
        var factor = scale.Value;
        var isFinite = Tensor.Scalar(1, DType.Bool);
        foreach (ref var g in draft.Gradients)
        {
            isFinite = isFinite.And(g.IsFinite().All());
            g /= factor.Cast(g.DType);
        }
        base.Move(draft);
        draft.CountOnlyWhere(isFinite);
        var grows = isFinite.And(counter.Value >= DynamicGrowthSteps - 1);
        scale.Set(s => Tensor.Where(grows, s * 2, Tensor.Where(isFinite, s, s / 2)));
        counter.Set(n => Tensor.Where(isFinite.And(grows.Not()), n + 1, 0));
    }

    Slot Unconditional(string name, double first)
    {
        var slot = Shared.Single(name, first);
        slot.IsUnconditional = true;
        return slot;
    }
}
