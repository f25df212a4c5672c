namespace Thalweg.Losses;

/// <summary>Vectors of length 1.</summary>
static class UnitVectors
{
    const double Epsilon = 1e-7;

    /// <summary>x · min(1 / ‖x‖, 10⁷) along an axis. The derivative at 0 isn't defined: NaN, as in Keras.</summary>
    public static Tensor Of(Tensor x, int axis) => x * x.Square().Sum(axis, keepDims: true).Rsqrt().Min(1 / Epsilon);
}
