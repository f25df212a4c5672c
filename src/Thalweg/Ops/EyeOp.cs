namespace Thalweg;

/// <summary>The identity matrix.</summary>
public static class EyeOp
{
    extension(Tensor)
    {
        /// <summary>1 on the diagonal, 0 elsewhere: rows × columns (square where the columns aren't given).</summary>
        public static Tensor Eye(int rows, int? columns = null, DType type = DType.Float32)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows);
            var width = columns ?? rows;
            ArgumentOutOfRangeException.ThrowIfNegative(width, nameof(columns));
            var values = new float[rows * width];
            for (var i = 0; i < Math.Min(rows, width); i++)
            {
                values[i * width + i] = 1;
            }
            return Tensor.From(values, rows, width).Cast(type);
        }
    }
}
