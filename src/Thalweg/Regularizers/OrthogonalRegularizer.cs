using Thalweg.Catalogs;
using Thalweg.Losses;

namespace Thalweg.Regularizers;

/// <summary>Which vectors of a matrix are to be orthogonal.</summary>
public enum OrthogonalMode
{
    /// <summary>Those along the last axis, one for each input.</summary>
    Rows,

    /// <summary>Those along the first axis, one for each unit.</summary>
    Columns,
}

/// <summary>Penalty λ times the mean of |cos| of the angles between all pairs of rows, or of columns, of a matrix.</summary>
/// <param name="Factor">λ.</param>
/// <param name="Mode">Rows or columns.</param>
[Named("orthogonal_regularizer", "orthogonal")]
public sealed record OrthogonalRegularizer(double Factor = 0.01, OrthogonalMode Mode = OrthogonalMode.Rows) : Regularizer
{
    /// <inheritdoc/>
    public override Tensor Penalty(Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Rank != 2)
        {
            throw new ArgumentException($"The orthogonal regulariser takes a matrix, but the weights have shape {weights.Shape}. Reshape them, or use another one.", nameof(weights));
        }
        var directions = Mode == OrthogonalMode.Rows ? UnitVectors.Of(weights, 1) : UnitVectors.Of(weights, 0).Transpose();
        var size = directions.Shape[0];
        var between = directions.MatMul(directions.Transpose()) * (1 - Tensor.Eye(size, type: weights.DType));
        return between.Abs().Sum() * (Factor * 0.5 / (size * (size - 1) / 2.0));
    }
}
