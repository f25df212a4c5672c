using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>Follow the regularised leader: weights as the solution of a problem with L1 and L2 penalties, which makes many of them 0.</summary>
/// <remarks>
/// g' = g + 2 λₛ w; a' = a + g²; z ← z + g' − (a'^(−p) − a^(−p)) / α · w; w = (clip(z, ±λ₁) − z) / (a'^(−p) / α + 2 (λ₂ + β / 2α)).
/// McMahan et al., 2013, KDD, "Ad click prediction".
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Ftrl(0.1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.745053
/// </code></example>
/// <param name="learningRate">α; 0.001 where it isn't given.</param>
[Named("ftrl")]
public sealed class Ftrl(Schedule? learningRate = null) : Optimizer(learningRate ?? 0.001)
{
    /// <summary>The exponent p of the step's decay; 0 or below.</summary>
    public double LearningRatePower { get; init => field = value <= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "LearningRatePower must be 0 or less."); } = -0.5;

    /// <summary>What the sums of squares begin with.</summary>
    public double InitialAccumulatorValue { get; init => field = Require.NotNegative(value); } = 0.1;

    /// <summary>λ₁, which makes weights 0.</summary>
    public double L1RegularizationStrength { get; init => field = Require.NotNegative(value); }

    /// <summary>λ₂, which keeps weights small.</summary>
    public double L2RegularizationStrength { get; init => field = Require.NotNegative(value); }

    /// <summary>λₛ, a penalty whose gradient is that of the weights at the step.</summary>
    public double L2ShrinkageRegularizationStrength { get; init => field = Require.NotNegative(value); }

    /// <summary>The paper's β.</summary>
    public double Beta { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots)
    {
        var α = step.LearningRate;
        var accumulator = slots.From("accumulator", InitialAccumulatorValue);
        var before = accumulator.Value;
        var after = accumulator.Set(a => a + g.Square());
        var root = after.Pow(-LearningRatePower);
        var shrunk = L2ShrinkageRegularizationStrength == 0 ? g : g + w * (2 * L2ShrinkageRegularizationStrength);
        var z = slots["linear"].Set(z => z + shrunk - (root - before.Pow(-LearningRatePower)) / α * w);
        var quadratic = root / α + (Beta / (2 * α) + L2RegularizationStrength) * 2;
        return (z.Clip(-L1RegularizationStrength, L1RegularizationStrength) - z) / quadratic;
    }
}
