namespace Thalweg.Descents;

/// <summary>Why a minimisation ended.</summary>
public enum MinimumStatus
{
    /// <summary>The gradient, or the simplex, is as small as was asked for.</summary>
    Converged,

    /// <summary>All iterations were used up.</summary>
    OutOfIterations,

    /// <summary>No step along the last direction made the cost smaller: rounding, or a function that isn't smooth.</summary>
    NoProgress,

    /// <summary>The cost is infinite or not a number at the start.</summary>
    NotFinite,
}

/// <summary>What a minimisation found.</summary>
/// <param name="X">The best point.</param>
/// <param name="Cost">Its cost.</param>
/// <param name="GradientNorm">The greatest component of the gradient there, in absolute value; NaN for methods without gradients.</param>
/// <param name="Status">Why it ended.</param>
/// <param name="Iterations">How many iterations it took.</param>
/// <param name="Evaluations">How often the cost was computed.</param>
/// <param name="GradientEvaluations">How often the gradient was computed; Hessian-vector products count too.</param>
/// <param name="Path">The start and the point after each iteration.</param>
public sealed record Minimum(
    Tensor X, double Cost, double GradientNorm, MinimumStatus Status, int Iterations, int Evaluations, int GradientEvaluations, IReadOnlyList<Tensor> Path)
{
    /// <summary>Whether it ended because the minimum was reached.</summary>
    public bool Converged => Status == MinimumStatus.Converged;
}
