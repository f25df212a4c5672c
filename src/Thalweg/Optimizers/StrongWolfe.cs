namespace Thalweg.Optimizers;

/// <summary>A line search that ends where the strong Wolfe conditions hold: the cost has fallen enough, and its slope is flat enough.</summary>
/// <remarks>
/// Bracketing, then zooming with cubic interpolation: Nocedal and Wright, 2006, algorithms 3.5 and 3.6, with the safeguards of Schmidt's
/// minFunc, as in PyTorch's L-BFGS. f(t) ≤ f(0) + c₁ t f'(0) and |f'(t)| ≤ c₂ |f'(0)|, with c₁ = 10⁻⁴ and c₂ = 0.9.
/// </remarks>
static class StrongWolfe
{
    const double C1 = 1e-4, C2 = 0.9;
    const int MostEvaluations = 25;

    /// <summary>What is known at a step along the line.</summary>
    public readonly record struct Point(double Step, double Cost, double[] Gradient, double Slope);

    /// <summary>Finds a step; and how often the cost was asked.</summary>
    /// <param name="at">Cost and gradient at a step along the direction.</param>
    /// <param name="start">Step 0.</param>
    /// <param name="first">The step that is tried first.</param>
    /// <param name="largest">The greatest absolute element of the direction.</param>
    /// <param name="least">The length below which a change doesn't count.</param>
    public static (Point Found, int Evaluations) Search(Func<double, Point> at, Point start, double first, double largest, double least)
    {
        var (previous, current) = (start, at(first));
        var (evaluations, iterations, isDone) = (1, 0, false);
        Point low, high;
        while (true)
        {
            if (iterations == MostEvaluations)
            {
                (low, high) = (start, current);
                break;
            }
            if (current.Cost > start.Cost + C1 * current.Step * start.Slope || iterations > 1 && current.Cost >= previous.Cost)
            {
                (low, high) = (previous, current);
                break;
            }
            if (Math.Abs(current.Slope) <= -C2 * start.Slope)
            {
                (low, high, isDone) = (current, current, true);
                break;
            }
            if (current.Slope >= 0)
            {
                (low, high) = (previous, current);
                break;
            }
            var step = Cubic(previous, current, current.Step + 0.01 * (current.Step - previous.Step), current.Step * 10);
            (previous, current) = (current, at(step));
            (evaluations, iterations) = (evaluations + 1, iterations + 1);
        }

        // low is the better end from now on.
        if (low.Cost > high.Cost)
        {
            (low, high) = (high, low);
        }
        var isStuck = false;
        while (!isDone && iterations < MostEvaluations && Math.Abs(high.Step - low.Step) * largest >= least)
        {
            var (from, to) = (Math.Min(low.Step, high.Step), Math.Max(low.Step, high.Step));
            var step = Cubic(low, high, from, to);
            var margin = 0.1 * (to - from);
            if (Math.Min(to - step, step - from) < margin)
            {
                // Twice at the same end, or beyond it: a tenth inside.
                if (isStuck || step >= to || step <= from)
                {
                    step = Math.Abs(step - to) < Math.Abs(step - from) ? to - margin : from + margin;
                    isStuck = false;
                }
                else
                {
                    isStuck = true;
                }
            }
            else
            {
                isStuck = false;
            }
            current = at(step);
            (evaluations, iterations) = (evaluations + 1, iterations + 1);
            if (current.Cost > start.Cost + C1 * current.Step * start.Slope || current.Cost >= low.Cost)
            {
                high = current;
                if (low.Cost > high.Cost)
                {
                    (low, high) = (high, low);
                }
                continue;
            }
            if (Math.Abs(current.Slope) <= -C2 * start.Slope)
            {
                isDone = true;
            }
            else if (current.Slope * (high.Step - low.Step) >= 0)
            {
                high = low;
            }
            low = current;
        }
        return (low, evaluations);
    }

    /// <summary>Where the cubic through two points with their slopes is least, kept within bounds; the middle of these where it has no least point.</summary>
    static double Cubic(in Point a, in Point b, double from, double to)
    {
        var d1 = a.Slope + b.Slope - 3 * (a.Cost - b.Cost) / (a.Step - b.Step);
        var square = d1 * d1 - a.Slope * b.Slope;
        if (square < 0)
        {
            return (from + to) / 2;
        }
        var d2 = Math.Sqrt(square);
        var step = a.Step <= b.Step
            ? b.Step - (b.Step - a.Step) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2))
            : a.Step - (a.Step - b.Step) * ((a.Slope + d2 - d1) / (a.Slope - b.Slope + 2 * d2));
        return Math.Min(Math.Max(step, from), to);
    }
}
