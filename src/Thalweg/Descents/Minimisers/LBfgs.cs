namespace Thalweg.Descents.Minimisers;

/// <summary>L-BFGS: BFGS from the last few steps alone, without a matrix. Nocedal, 1980; Liu and Nocedal, 1989.</summary>
/// <param name="memory">How many steps are kept.</param>
sealed class LBfgs(int memory) : DirectionMethod
{
    readonly LinkedList<(double[] Step, double[] Change, double Curvature)> kept = [];

    protected override double[] Direction(CountedCost cost, double[] x, double[] g)
    {
        // The two loops of Nocedal and Wright, algorithm 7.4.
        var q = Vectors.Scale(-1, g);
        var weights = new Stack<double>();
        for (var pair = kept.Last; pair is not null; pair = pair.Previous)
        {
            var weight = Vectors.Dot(pair.Value.Step, q) / pair.Value.Curvature;
            weights.Push(weight);
            q = Vectors.Add(q, -weight, pair.Value.Change);
        }
        if (kept.Last is { Value: var last })
        {
            q = Vectors.Scale(last.Curvature / Vectors.Dot(last.Change, last.Change), q);
        }
        foreach (var (step, change, curvature) in kept)
        {
            q = Vectors.Add(q, weights.Pop() - Vectors.Dot(change, q) / curvature, step);
        }
        return q;
    }

    protected override void Learn(double[] step, double[] change, double[] gradient)
    {
        var curvature = Vectors.Dot(step, change);
        if (curvature > 1e-14 * Vectors.Norm(step) * Vectors.Norm(change))
        {
            kept.AddLast((step, change, curvature));
            if (kept.Count > memory)
            {
                kept.RemoveFirst();
            }
        }
    }

    protected override void Forget() => kept.Clear();
}
