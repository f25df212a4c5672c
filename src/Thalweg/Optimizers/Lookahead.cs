using Thalweg.Catalogs;

namespace Thalweg.Optimizers;

/// <summary>Lookahead: every k steps of another optimiser, slow weights go a part of the way to where it got, and it starts again from there.</summary>
/// <remarks>Every k steps, s ← s + α (w − s), w ← s. Zhang et al., 2019, arXiv 1907.08610.</remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new Lookahead(new Sgd(0.1), syncPeriod: 1).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.9
/// </code></example>
/// <param name="inner">The optimiser that takes the steps.</param>
/// <param name="syncPeriod">How many steps, k.</param>
/// <param name="slowStepSize">Which part of the way, α.</param>
[Named("lookahead")]
public sealed class Lookahead(Optimizer inner, int syncPeriod = 6, double slowStepSize = 0.5) : WrappedOptimizer(inner)
{
    /// <summary>How many steps lie between those of the slow weights.</summary>
    public int SyncPeriod { get; } = Require.Positive(syncPeriod);

    /// <summary>Which part of the way the slow weights go.</summary>
    public double SlowStepSize { get; } = Require.NotNegative(slowStepSize);

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        base.Move(draft);
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var (fast, isDue) = (draft.Weights[i], draft.StepOf(i).When(IsDue));
            var slow = draft.SlotsOf(i).Copy("slow").Set(s => Tensor.Where(isDue, s + (fast - s) * SlowStepSize, s));
            draft.Weights[i] = Tensor.Where(isDue, slow, fast);
        }
    }

    bool IsDue(long step) => step % SyncPeriod == 0;
}
