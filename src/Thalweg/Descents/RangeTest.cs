using Thalweg.Catalogs;
using Thalweg.Data;
using Thalweg.Models;
using Thalweg.Schedules;

namespace Thalweg.Descents;

/// <summary>The learning-rate range test: a short training whose learning rate grows from step to step.</summary>
/// <remarks>Smith, 2017, arXiv 1506.01186. The loss is measured on the same rows after each step, not on the step's own batch, so that its curve needs no smoothing.</remarks>
public static class RangeTest
{
    const int MostRowsMeasured = 512;
    const double DivergedFactor = 4;

    extension(Model model)
    {
        /// <summary>
        /// Trains for some steps with a learning rate that grows by a constant factor, until the loss diverges. Afterwards weights, the
        /// optimiser's state and the seed are what they were.
        /// </summary>
        /// <param name="x">The samples, (rows, …).</param>
        /// <param name="y">What is expected, a row for each sample.</param>
        /// <param name="batchSize">Rows per step.</param>
        /// <param name="from">The learning rate of the first step.</param>
        /// <param name="to">That of the last.</param>
        /// <param name="steps">How many steps.</param>
        /// <param name="cancellation">Stops it between two steps; the model is then as before, too.</param>
        /// <exception cref="InvalidOperationException">The model isn't compiled, or its optimiser chooses its steps by itself (L-BFGS).</exception>
        /// <exception cref="ArgumentException">The data don't fit together, or the rates don't rise.</exception>
        /// <example><code>
        /// var range = model.FindLearningRate(x, y);
        /// range.Plot().SaveSvg("range.svg");
        /// model.Compile(new Adam(range.Suggested ?? 0.001), "categorical_crossentropy");
        /// </code></example>
        public LearningRateRange FindLearningRate(
            Tensor x, Tensor y, int batchSize = 32, double from = 1e-6, double to = 10, int steps = 100, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(model);
            SampleChecks.RequireSingle(model, "FindLearningRate");
            SampleChecks.RequireRows(x, y, null);
            Require.Positive(batchSize);
            ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
            if (!(from > 0 && from < to && double.IsFinite(to)))
            {
                throw new ArgumentException(FormattableString.Invariant($"The learning rates must be above 0 and rise, but go from {from} to {to}."), nameof(from));
            }
            return Run(model, model.Compiled("FindLearningRate").Like(), x, y, batchSize, from, to, steps, cancellation);
        }
    }

    /// <summary>The test with what trains the model given.</summary>
    internal static LearningRateRange Run(
        Model model, CompiledModel trial, Tensor x, Tensor y, int batchSize, double from = 1e-6, double to = 10, int steps = 100, CancellationToken cancellation = default)
    {
        model.BuildFor(x.Shape.With(0, Shape.Unknown));
        trial.Prepare();
        x = x.Cast(model.TypeOfInput(0));
        var stream = new RandomStream(0);
        (Tensor X, Tensor Y) measured = x.Shape[0] <= MostRowsMeasured ? (x, y) : Chosen(x, y, stream.Choice(x.Shape[0], MostRowsMeasured, replace: false));
        var (samples, rows) = (new Samples(x, y), new Batches(x.Shape[0], batchSize, stream));
        var (held, all) = (new Samples(measured.X, measured.Y), new Batches(measured.X.Shape[0], measured.X.Shape[0]));
        using var kept = new KeptState(model, trial, samples, batchSize);

        var (rates, losses, diverged, least) = (new List<double>(), new List<double>(), default(double?), double.PositiveInfinity);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rate = from * Math.Pow(to / from, (double)step / (steps - 1));
            var loss = trial.Evaluate(held, all, cancellation)["loss"];
            if (!double.IsFinite(loss) || loss > DivergedFactor * Math.Max(Math.Abs(least), double.Epsilon) && loss > losses[0])
            {
                diverged = rates.Count > 0 ? rates[^1] : from;
                if (losses.Count == 0)
                {
                    (rates, losses) = ([from], [loss]);
                }
                break;
            }
            least = Math.Min(least, loss);
            rates.Add(rate);
            losses.Add(loss);
            if (step % rows.Count == 0)
            {
                rows.Shuffle();
            }
            trial.Optimizer.LearningRate = new ConstantSchedule(rate);
            trial.Train(samples, rows[step % rows.Count]);
        }
        return new LearningRateRange(rates, losses, diverged);
    }

    static (Tensor X, Tensor Y) Chosen(Tensor x, Tensor y, int[] rows)
    {
        var picked = Tensor.From(rows);
        return (x.Gather(picked), y.Gather(picked));
    }
}
