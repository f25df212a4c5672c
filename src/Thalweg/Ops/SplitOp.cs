namespace Thalweg;

/// <summary>A tensor cut into parts along an axis.</summary>
public static class SplitOp
{
    extension(Tensor x)
    {
        /// <summary>Equal parts along an axis.</summary>
        /// <exception cref="ArgumentException">The axis doesn't divide into that many parts.</exception>
        public Tensor[] Split(int parts, int axis = 0)
        {
            var length = x.Shape[x.Shape.Axis(axis)];
            if (parts < 1 || length % parts != 0)
            {
                throw new ArgumentException($"Axis {axis} of shape {x.Shape} has {length} elements and doesn't divide into {parts} equal parts. Give the positions to cut at.", nameof(parts));
            }
            return x.Split([.. Enumerable.Range(1, parts - 1).Select(i => i * (length / parts))], axis);
        }

        /// <summary>Parts along an axis, cut before each of the positions.</summary>
        /// <exception cref="ArgumentException">The positions don't rise, or lie outside the axis.</exception>
        public Tensor[] Split(IReadOnlyList<int> positions, int axis = 0)
        {
            ArgumentNullException.ThrowIfNull(positions);
            var at = x.Shape.Axis(axis);
            var parts = new Tensor[positions.Count + 1];
            var from = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                var end = i < positions.Count ? positions[i] : x.Shape[at];
                if (end < from || end > x.Shape[at])
                {
                    throw new ArgumentException($"The positions to cut at must rise from 0 to {x.Shape[at]}, but got [{string.Join(", ", positions)}].", nameof(positions));
                }
                parts[i] = x.Along(at, from..end);
                from = end;
            }
            return parts;
        }
    }
}
