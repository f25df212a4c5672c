namespace Thalweg;

/// <summary>How far a gradient is from finite differences, and where most.</summary>
/// <param name="RelativeError">The greatest |analytic − numeric| / max(1, |analytic|, |numeric|).</param>
/// <param name="Worst">The element where that is, counted in row-major order; −1 where x is empty.</param>
/// <param name="Analytic">The gradient by differentiation.</param>
/// <param name="Numeric">The gradient by differences.</param>
public sealed record GradientCheck(double RelativeError, int Worst, Tensor Analytic, Tensor Numeric)
{
    internal static GradientCheck Of(Func<Tensor, Tensor> f, Tensor x, double step)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (!(step > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step must be positive.");
        }
        x = x.Cast(DType.Float64);
        var analytic = Gradient.Of(Weighted)(x);
        var point = x.ToArray<double>();
        var numeric = new double[point.Length];
        for (var i = 0; i < point.Length; i++)
        {
            numeric[i] = Derivative(point, i, step * Math.Max(1, Math.Abs(point[i])));
        }

        var (worst, error) = (-1, 0.0);
        var exact = analytic.AsSpan<double>();
        for (var i = 0; i < numeric.Length; i++)
        {
            var difference = Math.Abs(exact[i] - numeric[i]) / Math.Max(1, Math.Max(Math.Abs(exact[i]), Math.Abs(numeric[i])));
            if (!(difference <= error))
            {
                (worst, error) = (i, double.IsNaN(difference) ? double.PositiveInfinity : difference);
            }
        }
        return new GradientCheck(error, worst, analytic, Tensor.From(numeric.AsSpan(), x.Shape));

        Tensor Weighted(Tensor at)
        {
            var y = f(at);
            return y.Size == 1 ? y.Reshape([]) : (y * (Tensor.Arange(y.Size, type: DType.Float64) * 0.7 + 0.3).Sin().Reshape(y.Shape)).Sum();
        }

        double Derivative(double[] at, int i, double h)
        {
            // Central differences at h, 2h and 3h, combined so that errors of order h⁶ remain.
            double Difference(int k) => Value(at, i, k * h) - Value(at, i, -k * h);
            return ((45 * Difference(1)) - (9 * Difference(2)) + Difference(3)) / (60 * h);
        }

        double Value(double[] at, int i, double change)
        {
            var moved = (double[])at.Clone();
            moved[i] += change;
            return Weighted(Tensor.From(moved.AsSpan(), x.Shape)).Item();
        }
    }

    /// <summary>The error, where it is, and both values there.</summary>
    public override string ToString() => Worst < 0
        ? "exact"
        : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"relative error {RelativeError:0.0e+0} at element {Worst}: {Analytic.AsSpan<double>()[Worst]:g10} by differentiation, {Numeric.AsSpan<double>()[Worst]:g10} by differences");
}
