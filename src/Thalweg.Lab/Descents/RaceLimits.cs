using System.Collections.Concurrent;
using System.Globalization;
using Thalweg.Descents;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Descents;

/// <summary>How steep the minimum is that a racer is nearest to, and the learning rates that its rule can have there.</summary>
/// <param name="Sharpness">λmax at the minimum, or at the point itself where no minimum is known.</param>
/// <param name="Theoretical">The greatest rate by the rule's formula, at rest; NaN where none is known.</param>
/// <param name="Measured">The greatest rate with which the rule comes back to the minimum when it is tried out; NaN where there is none.</param>
/// <param name="Optimum">The minimum; NaN where none is known.</param>
sealed record RaceLimits(double Sharpness, double Theoretical, double Measured, IReadOnlyList<double> Optimum)
{
    const int MostKept = 1000;

    /// <summary>Trying a rule out takes some milliseconds, and a page begins the same race again and again.</summary>
    static readonly ConcurrentDictionary<(Objective, string), double> Measurements = new();

    /// <summary>The limits of a rule about a point.</summary>
    public static RaceLimits Of(Objective objective, Optimizer rule, Tensor point)
    {
        var here = point.Cast(DType.Float64);
        var minimum = objective.Minimisers.MinBy(other => (other.Cast(DType.Float64) - here).Square().Sum().Item())?.Cast(DType.Float64);
        double λ = Curvature.Of(objective, minimum ?? here).Sharpness();
        double theoretical;
        try
        {
            theoretical = StabilityLimit.AtRest(λ, rule).Limit;
        }
        catch (NotSupportedException)
        {
            theoretical = double.NaN;
        }
        double[] optimum = minimum?.ToArray<double>() ?? [double.NaN, double.NaN];
        return new RaceLimits(λ, theoretical, minimum is null ? double.NaN : Measured(objective, rule, minimum), optimum);

        static double Measured(Objective objective, Optimizer rule, Tensor minimum)
        {
            if (rule.Configuration?.Without("learning_rate") is not { } configuration)
                return double.NaN;
            string key = string.Join(' ', minimum.ToArray<double>().Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Append(configuration.ToString()));
            if (Measurements.Count > MostKept)
                Measurements.Clear();
            return Measurements.GetOrAdd((objective, key), _ => MeasuredLimit.Of(objective, rule, minimum));
        }
    }
}
