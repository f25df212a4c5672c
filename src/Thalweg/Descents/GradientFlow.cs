using Thalweg.Callbacks;

namespace Thalweg.Descents;

/// <summary>
/// Watches how gradients flow through a model while it is trained: norms of gradients, weights and updates, histograms, dead
/// and saturated units, the gradient's noise. The training itself goes on with the same bits as without it.
/// </summary>
/// <remarks>
/// Every so many steps it computes the gradient of the step's batch once more, by a plan of its own, with the random numbers
/// that the step will draw. One look costs as much as two to seven steps; at the default of 100 steps that is 3 to 8 % of the
/// training time (see benchmarks/README.md).
/// </remarks>
/// <param name="every">Looks at each so many-th step, the first included.</param>
/// <example><code>
/// var flow = new GradientFlow();
/// model.Fit(x, y, epochs: 20, callbacks: [flow]);
/// flow.Plot().SaveSvg("flow.svg");
/// </code></example>
public sealed class GradientFlow(int every = 100) : Callback
{
    readonly List<FlowRecord> records = [];
    FlowProbe? probe;
    int step;
    double noise, signal;

    /// <summary>How many steps lie between two looks.</summary>
    public int Every { get; } = Catalogs.Require.Positive(every);

    /// <summary>What was seen, step by step, in the last training.</summary>
    public IReadOnlyList<FlowRecord> Records => records;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        ArgumentNullException.ThrowIfNull(training);
        records.Clear();
        (step, noise, signal) = (0, 0, 0);
        probe = training.Inside is { } inside ? new FlowProbe(inside) : null;
    }

    /// <inheritdoc/>
    public override void OnBatchBegin(Training training, int batch)
    {
        if (step % Every == 0)
        {
            probe?.Before();
        }
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
        if (step % Every == 0 && probe is not null)
        {
            var seen = probe.After();
            if (double.IsFinite(seen.Noise) && double.IsFinite(seen.Signal))
            {
                (noise, signal) = (noise + seen.Noise, signal + seen.Signal);
            }
            // Each is an unbiased estimate by itself, their quotient isn't: averaged first, divided last.
            records.Add(new FlowRecord(step, seen.Loss, seen.Layers, noise > 0 && signal > 0 ? noise / signal : double.NaN));
        }
        step++;
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training) => probe = null;
}
