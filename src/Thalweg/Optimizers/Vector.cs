namespace Thalweg.Optimizers;

/// <summary>All weights as one vector of doubles, summed from left to right so that the bits are the same everywhere.</summary>
static class Vector
{
    public static double[] Of(IReadOnlyList<Tensor> parts) => [.. parts.SelectMany(part => part.ToArray<double>())];

    public static double[] Of(IReadOnlyList<Variable> parts) => [.. parts.SelectMany(part => part.Value.ToArray<double>())];

    /// <summary>Sets variables to start + t · direction.</summary>
    public static void Put(IReadOnlyList<Variable> variables, double[] start, double[] direction, double t)
    {
        var at = 0;
        foreach (var variable in variables)
        {
            var values = new double[variable.Shape.Size];
            for (var i = 0; i < values.Length; i++, at++)
            {
                values[i] = start[at] + t * direction[at];
            }
            variable.Assign(Tensor.From(values.AsSpan(), variable.Shape));
        }
    }

    public static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// <summary>The greatest absolute element.</summary>
    public static double Largest(double[] x) => x.Length == 0 ? 0 : x.Max(Math.Abs);

    /// <summary>The sum of the absolute elements.</summary>
    public static double Size(double[] x) => x.Sum(Math.Abs);
}
