namespace Thalweg.Descents.Minimisers;

/// <summary>BFGS: a running estimate of the inverse Hessian, from steps and changes of the gradient. Broyden, Fletcher, Goldfarb, Shanno, 1970.</summary>
sealed class Bfgs : DirectionMethod
{
    double[][]? inverse;

    protected override double[] Direction(CountedCost cost, double[] x, double[] g) =>
        inverse is null ? Vectors.Scale(-1, g) : [.. inverse.Select(row => -Vectors.Dot(row, g))];

    protected override void Learn(double[] step, double[] change, double[] gradient)
    {
        var curvature = Vectors.Dot(step, change);
        if (!(curvature > 1e-14 * Vectors.Norm(step) * Vectors.Norm(change)))
        {
            return;
        }
        if (inverse is null)
        {
            // The first estimate has the size of the curvature that was just met.
            var scale = curvature / Vectors.Dot(change, change);
            inverse = [.. Enumerable.Range(0, step.Length).Select(i => Enumerable.Range(0, step.Length).Select(j => i == j ? scale : 0).ToArray())];
        }
        var product = inverse.Select(row => Vectors.Dot(row, change)).ToArray();
        var outer = (1 + Vectors.Dot(change, product) / curvature) / curvature;
        for (var i = 0; i < step.Length; i++)
        {
            for (var j = 0; j < step.Length; j++)
            {
                inverse[i][j] += outer * step[i] * step[j] - (product[i] * step[j] + step[i] * product[j]) / curvature;
            }
        }
    }

    protected override void Forget() => inverse = null;
}
