namespace Thalweg;

/// <summary>Tensors of one number throughout.</summary>
public static class FillOp
{
    extension(Tensor)
    {
        /// <summary>All 0.</summary>
        public static Tensor Zeros(Shape shape, DType type = DType.Float32) => Tensor.Full(shape, 0, type);

        /// <summary>All 1.</summary>
        public static Tensor Ones(Shape shape, DType type = DType.Float32) => Tensor.Full(shape, 1, type);

        /// <summary>All the same number.</summary>
        public static Tensor Full(Shape shape, double value, DType type = DType.Float32)
        {
            if (!shape.IsKnown)
            {
                throw new ArgumentException($"A tensor needs every length, but the shape is {shape}.", nameof(shape));
            }
            if (BitConverter.DoubleToInt64Bits(value) == 0)         // −0 is written out
            {
                return new Tensor(shape, type, Buffer.Untouched(type, shape.Size));
            }
            var filled = new Tensor(shape, type, Buffer.Allocate(type, shape.Size));
            switch (type)
            {
                case DType.Float32: filled.Span<float>().Fill((float)value); break;
                case DType.Float64: filled.Span<double>().Fill(value); break;
                case DType.Int32: filled.Span<int>().Fill((int)value); break;
                default: filled.Span<bool>().Fill(value != 0); break;
            }
            return filled;
        }
    }

    extension(Tensor x)
    {
        /// <summary>All 0, in the shape and type of x.</summary>
        public Tensor ZerosLike() => Tensor.Zeros(x.Shape, x.DType);

        /// <summary>All 1, in the shape and type of x.</summary>
        public Tensor OnesLike() => Tensor.Ones(x.Shape, x.DType);
    }
}
