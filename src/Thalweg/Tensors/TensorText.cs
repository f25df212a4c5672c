using System.Globalization;
using System.Text;

namespace Thalweg;

/// <summary>Writes a tensor for people to read: aligned columns, four decimals, at most six rows and columns of each axis.</summary>
static class TensorText
{
    const int Edge = 3;

    public static string Of(Tensor x)
    {
        if (x.Buffer.IsEmpty)
        {
            return $"traced {x.DType} {x.Shape}";
        }
        if (x.Rank == 0)
        {
            return Cell(x, 0, decimals: 7);
        }
        if (x.Size == 0)
        {
            return $"[] {x.Shape}";
        }
        var width = 0;
        var decimals = Decimals(x);
        Walk(x, 0, 0, position => width = Math.Max(width, Cell(x, position, decimals).Length), static (_, _) => { }, static () => { });
        var text = new StringBuilder();
        Walk(
            x, 0, 0,
            position => text.Append(Cell(x, position, decimals).PadLeft(width)),
            (piece, depth) => text.Append(piece == "\n" ? "\n" + new string(' ', depth + 1) : piece),
            () => text.Append(x.Rank == 1 ? "…" : "…".PadLeft(width)));
        return text.ToString();
    }

    static void Walk(Tensor x, int axis, int offset, Action<int> cell, Action<string, int> punctuation, Action gap)
    {
        var length = x.Shape[axis];
        var inner = axis + 1 == x.Rank;
        var stride = x.Shape[(axis + 1)..].Size;
        punctuation("[", axis);
        for (var i = 0; i < length; i++)
        {
            if (i > 0)
            {
                punctuation(inner ? ", " : ",", axis);
                if (!inner)
                {
                    punctuation("\n", axis);
                }
            }
            if (length > 2 * Edge + 2 && i == Edge)
            {
                gap();
                i = length - Edge - 1;
                continue;
            }
            if (inner)
            {
                cell(offset + i);
            }
            else
            {
                Walk(x, axis + 1, offset + i * stride, cell, punctuation, gap);
            }
        }
        punctuation("]", axis);
    }

    /// <summary>No decimals where every number is whole, otherwise four.</summary>
    static int Decimals(Tensor x)
    {
        if (!x.DType.IsFloating)
        {
            return 0;
        }
        foreach (var value in x.Size <= 1000 ? x.ToArray<double>() : x.ToArray<double>().AsSpan(0, 1000))
        {
            if (double.IsFinite(value) && value != Math.Floor(value))
            {
                return 4;
            }
        }
        return 0;
    }

    static string Cell(Tensor x, int position, int decimals)
    {
        var invariant = CultureInfo.InvariantCulture;
        return x.DType switch
        {
            DType.Bool => x.Span<bool>()[position] ? "True" : "False",
            DType.Int32 => x.Span<int>()[position].ToString(invariant),
            DType.Float32 => Number(x.Span<float>()[position], decimals),
            _ => Number(x.Span<double>()[position], decimals),
        };

        string Number(double value, int decimals)
        {
            var size = Math.Abs(value);
            return !double.IsFinite(value) ? value.ToString(invariant).Replace("Infinity", "∞", StringComparison.Ordinal)
                : size != 0 && (size < 1e-4 || size >= 1e8) ? value.ToString("0.####e+0", invariant)
                : decimals == 7 ? (x.DType == DType.Float32 ? ((float)value).ToString(invariant) : value.ToString("G10", invariant))
                : value.ToString("F" + decimals.ToString(invariant), invariant);
        }
    }
}
