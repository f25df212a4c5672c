using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>The learning rate above which a rule leaves a minimum that it stands beside: not derived, but tried out with the rule itself.</summary>
/// <remarks>
/// The rule starts a little beside the minimum along the direction of the greatest curvature λ, so far into its training that
/// corrections of the first steps have died away, at a constant rate and on the whole cost. A little is a millionth of the
/// minimum's size; for a rule whose steps there aren't in proportion to the gradient, so little that the gradient has length
/// 10⁻⁸, and where even that is too much, as for Adam with its ε of 10⁻⁷, 3 · 10⁻¹¹. It settles where the distance falls to a twentieth, or shrinks from the 150 steps before the last to the last; it
/// doesn't where the distance grows a hundredfold, or grows from the one to the other. The limit is bracketed by factors of 8 from 2 / λ on
/// and bisected to 5 · 10⁻⁴: at most 40 trials of 600 steps, most of which end early. What agrees with it is
/// <see cref="StabilityLimit.AtRest(Curvature, Optimizer, double, int)"/>. An adaptive rule's is small: beside the minimum the gradients that it divides by have
/// died away, and its steps are long.
/// </remarks>
/// <example><code>MeasuredLimit.Of(new Quadratic(10), new Sgd(0.01, momentum: 0.9))      // 0.38, which is 2 (1 + μ) / λ</code></example>
public static class MeasuredLimit
{
    const int Steps = 600, Window = 150, Recent = 16, Late = 1_000_000, MostWidenings = 16;

    const double Beside = 1e-6, SmallGradient = 1e-8, LeastGradient = 3e-11, Settled = 0.05, Left = 100, Widening = 8, Precision = 5e-4;

    /// <summary>The limit of a rule at a minimum; NaN where there is none: nothing bends up there, the rule settles at any rate or at none, or from where depends on how far it starts.</summary>
    /// <param name="objective">The objective, which computes in Float64.</param>
    /// <param name="rule">The rule. It is copied by its settings; its state and its rate don't matter. Of one with weight decay, of one's own, or one that looks at the cost while it works, the limit is NaN.</param>
    /// <param name="minimum">The minimum; the objective's first where it isn't given.</param>
    public static double Of(Objective objective, Optimizer rule, Tensor? minimum = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(rule);
        if ((minimum ?? (objective.Minimisers.Count > 0 ? objective.Minimisers[0] : null))?.Cast(DType.Float64) is not { } point)
        {
            return double.NaN;
        }
        var leading = Curvature.Of(objective, point).Eigenvalues(tolerance: 1e-8);
        return Of(objective, rule, point, leading.Values[0], leading.Vectors[0][0]);
    }

    /// <summary>The same where the greatest curvature and its direction are known.</summary>
    internal static double Of(Objective objective, Optimizer rule, Tensor minimum, double curvature, Tensor direction)
    {
        if (!(curvature > 0 && double.IsFinite(curvature)) || rule.NeedsValues || rule.WeightDecay > 0 || rule.Configuration is not { } configuration)
        {
            return double.NaN;
        }
        var trial = new Trial(objective, Optimizer.FromConfiguration(configuration), minimum, direction);
        double[] offsets = [Beside * (1 + Vectors.Greatest(minimum.ToArray<double>())), SmallGradient / curvature, LeastGradient / curvature];
        for (var i = 0; i < offsets.Length; i++)
        {
            trial.Offset = offsets[i];
            if (trial.IsProportional(0.01 / curvature))
            {
                break;
            }
        }
        double low = 2 / curvature, high = low;
        if (trial.Settles(low))
        {
            do
            {
                (low, high) = (high, high * Widening);
            }
            while (trial.Settles(high) && trial.Count < MostWidenings);
        }
        else
        {
            do
            {
                (low, high) = (low / Widening, low);
            }
            while (!trial.Settles(low) && trial.Count < MostWidenings);
        }
        if (trial.Count == MostWidenings)
        {
            return double.NaN;
        }
        while (high / low > 1 + Precision)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = trial.Settles(middle) ? (middle, high) : (low, middle);
        }
        var limit = Math.Sqrt(low * high);
        // A rule that divides by the gradient it sees settles from a distance that its rate decides: that is no limit.
        trial.Offset *= 10;
        return trial.Settles(0.9 * limit) && !trial.Settles(1.1 * limit) ? limit : double.NaN;
    }

    sealed class Trial
    {
        readonly Variable x;
        readonly Optimizer rule;
        readonly Tensor minimum, direction;
        readonly double[] centre;
        readonly Dictionary<string, Tensor> rested;
        readonly TracedFunction step;

        public Trial(Objective objective, Optimizer rule, Tensor minimum, Tensor direction)
        {
            (this.rule, this.minimum, this.direction, centre) = (rule, minimum, direction, minimum.ToArray<double>());
            x = new Variable(minimum, "x");
            rule.Build([x]);
            rested = rule.Variables.ToDictionary(state => state.Path, state => state.Path.EndsWith("/iteration", StringComparison.Ordinal) ? Tensor.Scalar(Late, state.DType) : state.Value);
            step = Plan.Trace(_ =>
            {
                var (_, gradients) = Gradient.Of(() => objective.Cost(x.Value).Reshape([]), [x]);
                rule.Apply([x], gradients);
                return [];
            });
        }

        /// <summary>How many rates have been tried.</summary>
        public int Count { get; private set; }

        /// <summary>How far from the minimum the rule starts.</summary>
        public double Offset { get; set; }

        /// <summary>Whether from so much farther away the first step is so much longer.</summary>
        public bool IsProportional(double rate)
        {
            const double Farther = 1000;         // as far as the trials lead, of which the last begin ten times as far
            double Moved(double part)
            {
                Start(rate, part);
                var from = Distance();
                step.Run();
                return from - Distance();
            }
            return Math.Abs(Moved(Farther) / (Farther * Moved(1)) - 1) < 0.01;
        }

        /// <summary>Whether the rule comes back to the minimum at a rate.</summary>
        public bool Settles(double rate)
        {
            Count++;
            Start(rate, 1);
            var distances = new double[Steps + 1];
            distances[0] = Distance();
            for (var i = 1; i <= Steps; i++)
            {
                step.Run();
                distances[i] = Distance();
                if (!(distances[i] <= Left * distances[0]))
                {
                    return false;
                }
                if (i >= Recent && Greatest(distances, i + 1, Recent) <= Settled * distances[0])
                {
                    return true;
                }
            }
            return Greatest(distances, Steps + 1, Window) < Greatest(distances, Steps + 1 - Window, Window);
        }

        void Start(double rate, double part)
        {
            rule.SetState(rested);
            rule.LearningRate = rate;
            x.Assign(minimum + direction * (Offset * part));
        }

        double Distance()
        {
            var here = x.Value.ToArray<double>();
            var greatest = 0.0;
            for (var i = 0; i < here.Length; i++)
            {
                // NaN, too, is far away.
                greatest = Math.Abs(here[i] - centre[i]) is var distance && distance <= greatest ? greatest : distance;
            }
            return greatest;
        }

        static double Greatest(double[] distances, int end, int count)
        {
            var greatest = 0.0;
            for (var i = end - count; i < end; i++)
            {
                greatest = Math.Max(greatest, distances[i]);
            }
            return greatest;
        }
    }
}
