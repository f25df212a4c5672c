namespace Thalweg.Descents;

/// <summary>How far to go along a direction: to where the strong Wolfe conditions hold, enough lower and flat enough.</summary>
/// <remarks>Nocedal and Wright, Numerical Optimization, second edition, algorithms 3.5 and 3.6, with cubic interpolation.</remarks>
static class LineSearch
{
    const double SufficientDecrease = 1e-4;
    const double Rounding = 1e-15;
    const int MostTrials = 40;

    /// <summary>The step, with the point, cost and gradient there; null where none was found.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="x">Where from.</param>
    /// <param name="f">The cost there.</param>
    /// <param name="g">The gradient there.</param>
    /// <param name="direction">Where to; downhill.</param>
    /// <param name="first">The first step tried.</param>
    /// <param name="flatness">How much of the slope may be left, in (0, 1).</param>
    public static (double Step, double[] X, double Cost, double[] Gradient)? Find(
        CountedCost cost, double[] x, double f, double[] g, double[] direction, double first, double flatness)
    {
        var slope = Vectors.Dot(g, direction);
        if (!(slope < 0))
        {
            return null;
        }
        // Near a minimum costs differ by less than their rounding, and the slopes must decide.
        var noise = Rounding * Math.Abs(f);
        var start = new Trial(0, x, f, g, slope);
        var (previous, step) = (start, first);
        for (var i = 0; i < MostTrials; i++)
        {
            var trial = Try(step);
            if (!double.IsFinite(trial.Cost))
            {
                step = (previous.Step + step) / 2;
                continue;
            }
            if (trial.Cost > f + SufficientDecrease * step * slope + noise || i > 0 && trial.Cost > previous.Cost + noise)
            {
                return Zoom(previous, trial);
            }
            if (Math.Abs(trial.Slope) <= -flatness * slope)
            {
                return trial.Result;
            }
            if (trial.Slope >= 0)
            {
                return Zoom(trial, previous);
            }
            (previous, step) = (trial, Beyond(previous, trial));
        }
        return previous.Step > 0 ? previous.Result : null;

        Trial Try(double t)
        {
            var point = Vectors.Add(x, t, direction);
            var (value, gradient) = cost.ValueAndGradient(point);
            return new Trial(t, point, value, gradient, Vectors.Dot(gradient, direction));
        }

        (double, double[], double, double[])? Zoom(Trial low, Trial high)
        {
            for (var i = 0; i < MostTrials; i++)
            {
                var trial = Try(Between(low, high));
                if (!(trial.Cost <= f + SufficientDecrease * trial.Step * slope + noise) || trial.Cost > low.Cost + noise)
                {
                    high = trial;
                }
                else
                {
                    if (Math.Abs(trial.Slope) <= -flatness * slope)
                    {
                        return trial.Result;
                    }
                    if (trial.Slope * (high.Step - low.Step) >= 0)
                    {
                        high = low;
                    }
                    low = trial;
                }
                if (Math.Abs(high.Step - low.Step) <= 1e-16 * Math.Max(1, Math.Abs(low.Step)))
                {
                    break;
                }
            }
            // The conditions can't be met to rounding; a lower point is still one.
            return low.Step > 0 && (low.Cost < f || low.Cost <= f + noise && Math.Abs(low.Slope) < -slope) ? low.Result : null;
        }
    }

    /// <summary>Where the cubic through both ends is least; well inside, or the middle.</summary>
    static double Between(Trial a, Trial b)
    {
        var middle = (a.Step + b.Step) / 2;
        var d1 = a.Slope + b.Slope - 3 * (a.Cost - b.Cost) / (a.Step - b.Step);
        var root = d1 * d1 - a.Slope * b.Slope;
        if (!(root >= 0))
        {
            return middle;
        }
        var d2 = Math.Sign(b.Step - a.Step) * Math.Sqrt(root);
        var step = b.Step - (b.Step - a.Step) * (b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2);
        var margin = 0.1 * Math.Abs(b.Step - a.Step);
        return double.IsFinite(step) ? Math.Clamp(step, Math.Min(a.Step, b.Step) + margin, Math.Max(a.Step, b.Step) - margin) : middle;
    }

    /// <summary>Where to look farther on: where the slope, going on straight, would be level; well beyond, but no more than ten times as far.</summary>
    static double Beyond(Trial previous, Trial trial)
    {
        var stride = trial.Step - previous.Step;
        var change = trial.Slope - previous.Slope;
        var next = change > 0 ? trial.Step - trial.Slope * stride / change : double.PositiveInfinity;
        return Math.Clamp(next, trial.Step + 0.5 * stride, trial.Step + 9 * stride);
    }

    readonly record struct Trial(double Step, double[] X, double Cost, double[] Gradient, double Slope)
    {
        public (double, double[], double, double[]) Result => (Step, X, Cost, Gradient);
    }
}
