namespace Thalweg;

/// <summary>Picks slices of an axis by number.</summary>
public static class GatherOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// The slices of an axis with the given numbers, in their order, repeats allowed; the axis is replaced by those of
        /// <paramref name="indices"/>. Negative numbers count from the end. In the gradient, repeated slices add up.
        /// </summary>
        /// <exception cref="ArgumentException">The indices aren't Int32, or one is outside the axis.</exception>
        public Tensor Gather(Tensor indices, int axis = 0)
        {
            if (indices.DType != DType.Int32)
            {
                throw new ArgumentException($"Gather takes Int32 indices, but got {indices.DType}. Cast them.", nameof(indices));
            }
            var at = x.Shape.Axis(axis);
            Shape shape = [.. x.Shape.AsSpan()[..at], .. indices.Shape, .. x.Shape.AsSpan()[(at + 1)..]];
            return new Operation(at).Apply(shape, x.DType, x, indices).WithGradient((x, dy => dy.ScatterAdd(indices, at, x.Shape)));
        }

        /// <summary>Slices with the given numbers; see the overload that takes a tensor.</summary>
        public Tensor Gather(ReadOnlySpan<int> indices, int axis = 0) => x.Gather(Tensor.From(indices, [indices.Length]), axis);

        /// <summary>The reverse of Gather: zeros of a shape, to which slices are added at their numbers.</summary>
        Tensor ScatterAdd(Tensor indices, int axis, Shape shape) =>
            new Adjoint(axis).Apply(shape, x.DType, x, indices).WithGradient((x, dy => dy.Gather(indices, axis)));
    }

    /// <summary>An index counted from the front.</summary>
    static int Position(int index, int length, Shape shape, int axis)
    {
        var position = index < 0 ? index + length : index;
        return (uint)position < (uint)length
            ? position
            : throw new ArgumentException($"Index {index} is outside axis {axis} of shape {shape}, which has {length} elements.", "indices");
    }

    sealed record Operation(int Axis) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var x = inputs[0];
            var indices = inputs[1].Span<int>();
            var length = x.Shape[Axis];
            var part = x.Shape[(Axis + 1)..].Size * x.DType.Size;
            var source = x.Buffer.Span<byte>(x.Size * x.DType.Size);
            var y = output.Buffer.Span<byte>(output.Size * x.DType.Size);
            var outer = x.Shape[..Axis].Size;
            for (var o = 0; o < outer; o++)
            {
                for (var i = 0; i < indices.Length; i++)
                {
                    source.Slice((o * length + Position(indices[i], length, x.Shape, Axis)) * part, part).CopyTo(y.Slice((o * indices.Length + i) * part, part));
                }
            }
        }
    }

    sealed record Adjoint(int Axis) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            if (output.DType == DType.Float32)
            {
                Run<float>(inputs[0], inputs[1].Span<int>(), output);
            }
            else
            {
                Run<double>(inputs[0], inputs[1].Span<int>(), output);
            }
        }

        void Run<T>(Tensor x, ReadOnlySpan<int> indices, Tensor output) where T : unmanaged, System.Numerics.INumber<T>
        {
            var length = output.Shape[Axis];
            var part = output.Shape[(Axis + 1)..].Size;
            var source = x.Span<T>();
            var y = output.Span<T>();
            y.Clear();
            var outer = output.Shape[..Axis].Size;
            for (var o = 0; o < outer; o++)
            {
                for (var i = 0; i < indices.Length; i++)
                {
                    var from = source.Slice((o * indices.Length + i) * part, part);
                    var to = y.Slice((o * length + Position(indices[i], length, output.Shape, Axis)) * part, part);
                    for (var k = 0; k < part; k++)
                    {
                        to[k] += from[k];
                    }
                }
            }
        }
    }
}
