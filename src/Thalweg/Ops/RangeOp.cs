namespace Thalweg;

/// <summary>Evenly spaced numbers.</summary>
public static class RangeOp
{
    extension(Tensor)
    {
        /// <summary>0, 1, …, count − 1.</summary>
        public static Tensor Arange(int count, DType type = DType.Int32) => Tensor.Arange(0, count, 1, type);

        /// <summary>start, start + step, … up to but not including stop.</summary>
        /// <exception cref="ArgumentException">The step is 0.</exception>
        public static Tensor Arange(double start, double stop, double step = 1, DType type = DType.Float32)
        {
            if (step == 0 || !double.IsFinite((stop - start) / step))
            {
                throw new ArgumentException($"Arange needs finite bounds and a step other than 0, but got {start}, {stop}, {step}.", nameof(step));
            }
            var values = new double[Math.Max(0, (int)Math.Ceiling((stop - start) / step))];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = start + i * step;
            }
            return Tensor.From(values).Cast(type);
        }

        /// <summary>A number of points evenly spaced from start to stop, both included.</summary>
        public static Tensor Linspace(double start, double stop, int count = 50, DType type = DType.Float32)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            var values = new double[count];
            for (var i = 0; i < count; i++)
            {
                values[i] = i == count - 1 && count > 1 ? stop : start + i * ((stop - start) / Math.Max(1, count - 1));
            }
            return Tensor.From(values).Cast(type);
        }
    }
}
