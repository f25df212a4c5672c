using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Stretching along axes of length 1, and its reverse.</summary>
public static class BroadcastOp
{
    extension(Tensor x)
    {
        /// <summary>The tensor repeated along axes of length 1, and along axes that it lacks in front, to a larger shape.</summary>
        /// <exception cref="ArgumentException">x doesn't stretch to the shape.</exception>
        public Tensor BroadcastTo(Shape shape)
        {
            if (shape == x.Shape)
            {
                return x;
            }
            if (x.Rank > shape.Rank || Shape.Broadcast(x.Shape, shape) != shape)
            {
                throw new ArgumentException($"Shape {x.Shape} doesn't stretch to {shape}: only axes of length 1 do.", nameof(shape));
            }
            var strides = new int[shape.Rank];
            var own = Strided.RowMajor(x.Shape.AsSpan());
            for (var i = 1; i <= x.Rank; i++)
            {
                strides[^i] = x.Shape[^i] == 1 ? 0 : own[^i];
            }
            return new BroadcastOperation(new GatherStrided(shape.ToArray(), strides, 0)).Apply(shape, x.DType, x).WithGradient((x, dy => dy));
        }

        /// <summary>The sum over the axes along which <paramref name="shape"/> would stretch to that of x.</summary>
        internal Tensor SumTo(Shape shape)
        {
            if (shape == x.Shape)
            {
                return x;
            }
            var lead = x.Rank - shape.Rank;
            var axes = new List<int>();
            for (var axis = 0; axis < x.Rank; axis++)
            {
                if (axis < lead || shape[axis - lead] == 1 && x.Shape[axis] != 1)
                {
                    axes.Add(axis);
                }
            }
            return x.Sum([.. axes]).Reshape(shape);
        }
    }
}
