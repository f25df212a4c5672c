using System.Buffers;
using System.Numerics.Tensors;
using Thalweg.Kernels;

namespace Thalweg.Descents;

/// <summary>The vector arithmetic that minimisers and the methods of curvature are written in. The same bits for any vector width and number of threads.</summary>
static class Vectors
{
    /// <summary>Σ aᵢ bᵢ, in the order of the library's sums: that of the runtime depends on the processor.</summary>
    public static double Dot(double[] a, double[] b)
    {
        if (a.Length == 0)
        {
            return 0;
        }
        var products = ArrayPool<double>.Shared.Rent(a.Length);
        TensorPrimitives.Multiply(a, b, products);
        var sum = Reduce.Row<double, SumOp.Kernel>(products.AsSpan(0, a.Length));
        ArrayPool<double>.Shared.Return(products);
        return sum;
    }

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

    /// <summary>a ← a + t · b.</summary>
    public static void AddTo(double[] a, double t, double[] b) => TensorPrimitives.MultiplyAdd(b, t, a, a);

    /// <summary>A vector of length 1 in a random direction.</summary>
    public static double[] RandomUnit(int size, RandomStream stream)
    {
        var vector = new double[size];
        stream.Normal(vector);
        return Scale(1 / Norm(vector), vector);
    }

    /// <summary>Tensors one behind the other.</summary>
    public static double[] Flat(IReadOnlyList<Tensor> parts)
    {
        var flat = new double[parts.Sum(part => part.Size)];
        var at = 0;
        foreach (var part in parts)
        {
            part.Cast(DType.Float64).AsSpan<double>().CopyTo(flat.AsSpan(at));
            at += part.Size;
        }
        return flat;
    }

    /// <summary>A vector cut into tensors with the shapes and types of others.</summary>
    public static Tensor[] Parts(double[] flat, IReadOnlyList<(Shape Shape, DType Type)> like)
    {
        var parts = new Tensor[like.Count];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var (shape, type) = like[i];
            parts[i] = Tensor.From((ReadOnlySpan<double>)flat.AsSpan(at, shape.Size), shape).Cast(type);
            at += shape.Size;
        }
        return parts;
    }
}
