namespace Thalweg;

/// <summary>Tensors one after the other along an axis.</summary>
public static class ConcatOp
{
    extension(Tensor)
    {
        /// <summary>The tensors one after the other along an axis that they have; their other lengths are equal.</summary>
        /// <exception cref="ArgumentException">There is none, or the other lengths differ.</exception>
        public static Tensor Concat(IReadOnlyList<Tensor> tensors, int axis = 0)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (tensors.Count == 0)
            {
                throw new ArgumentException("Concat needs at least one tensor.", nameof(tensors));
            }
            var first = tensors[0].Shape;
            var at = first.Axis(axis);
            var (type, length) = (DType.Bool, 0);
            foreach (var tensor in tensors)
            {
                if (tensor.Rank != first.Rank || tensor.Shape.With(at, 0) != first.With(at, 0))
                {
                    throw new ArgumentException($"Concat along axis {axis} needs equal lengths on the other axes, but got shapes {first} and {tensor.Shape}.", nameof(tensors));
                }
                type = DType.Promote(type, tensor.DType);
                length += tensor.Shape[at];
            }
            var inputs = new Tensor[tensors.Count];
            var parents = new (Tensor, Func<Tensor, Tensor>)[tensors.Count];
            var from = 0;
            for (var i = 0; i < inputs.Length; i++)
            {
                inputs[i] = tensors[i].Cast(type);
                var range = from..(from + inputs[i].Shape[at]);
                parents[i] = (inputs[i], dy => dy.Along(at, range));
                from = range.End.Value;
            }
            return new Operation(at).Apply(first.With(at, length), type, inputs).WithGradient(parents);
        }
    }

    extension(Tensor x)
    {
        /// <summary>A range of one axis, the others whole.</summary>
        internal Tensor Along(int axis, Range range)
        {
            var indices = new TensorIndex[axis + 1];
            Array.Fill(indices, ..);
            indices[axis] = range;
            return x.Slice(indices);
        }
    }

    sealed record Operation(int Axis) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var size = output.DType.Size;
            var row = Row(output.Shape) * size;
            var y = output.Buffer.Span<byte>(output.Size * size);
            var from = 0;
            foreach (var x in inputs)
            {
                var part = Row(x.Shape) * size;
                var source = x.Buffer.Span<byte>(x.Size * size);
                for (var i = 0; part > 0 && i < source.Length / part; i++)
                {
                    source.Slice(i * part, part).CopyTo(y.Slice(i * row + from, part));
                }
                from += part;
            }
        }

        /// <summary>The elements from the axis on, without making a shape of them: a step allocates nothing.</summary>
        int Row(Shape shape)
        {
            var size = 1;
            foreach (var length in shape.AsSpan()[Axis..])
            {
                size *= length;
            }
            return size;
        }
    }
}
