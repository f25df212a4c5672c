namespace Thalweg.Losses;

/// <summary>Vectors of length 1.</summary>
static class UnitVectors
{
    const double Epsilon = 1e-7;

    /// <summary>x / ‖x‖ along an axis, divided by at least 10⁻⁷, as Keras.</summary>
    public static Tensor Of(Tensor x, int axis) => x / x.Square().Sum(axis, keepDims: true).Max(Epsilon * Epsilon).Sqrt();
}
