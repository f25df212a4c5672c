using System.Numerics.Tensors;

namespace Thalweg.Descents;

/// <summary>The vector arithmetic that minimisers are written in.</summary>
static class Vectors
{
    public static double Dot(double[] a, double[] b) => TensorPrimitives.Dot<double>(a, b);

    public static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    /// <summary>The greatest component in absolute value; NaN where there is one.</summary>
    public static double Greatest(double[] a)
    {
        var greatest = 0.0;
        foreach (var value in a)
        {
            greatest = Math.Max(greatest, Math.Abs(value));
        }
        return greatest;
    }

    /// <summary>a + t · b.</summary>
    public static double[] Add(double[] a, double t, double[] b)
    {
        var sum = new double[a.Length];
        TensorPrimitives.MultiplyAdd(b, t, a, sum);
        return sum;
    }

    public static double[] Subtract(double[] a, double[] b) => Add(a, -1, b);

    public static double[] Scale(double t, double[] a)
    {
        var scaled = new double[a.Length];
        TensorPrimitives.Multiply(a, t, scaled);
        return scaled;
    }
}
