using System.Numerics;
using System.Reflection;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Comparisons, element by element with broadcasting; the results are truth values. Anything compared with NaN is false, but for NotEqual.</summary>
public static class CompareOp
{
    extension(Tensor a)
    {
        /// <summary>Whether a = b, element by element.</summary>
        public Tensor Equal(Tensor b) => Compare(a, b, new EqualKernel());

        /// <summary>Whether a = b, element by element.</summary>
        public Tensor Equal(double b) => a.Equal(Comparable(a, b));

        /// <summary>Whether a ≠ b, element by element.</summary>
        public Tensor NotEqual(Tensor b) => Compare(a, b, new NotEqualKernel());

        /// <summary>Whether a ≠ b, element by element.</summary>
        public Tensor NotEqual(double b) => a.NotEqual(Comparable(a, b));

        /// <summary>Whether a &lt; b, element by element.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Compare(left, right, new LessKernel());

        /// <summary>Whether a &gt; b, element by element.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Compare(right, left, new LessKernel());

        /// <summary>Whether a ≤ b, element by element.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Compare(left, right, new LessOrEqualKernel());

        /// <summary>Whether a ≥ b, element by element.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Compare(right, left, new LessOrEqualKernel());

        /// <summary>Whether a &lt; b, element by element.</summary>
        public static Tensor operator <(Tensor left, double right) => left < Comparable(left, right);

        /// <summary>Whether a &gt; b, element by element.</summary>
        public static Tensor operator >(Tensor left, double right) => left > Comparable(left, right);

        /// <summary>Whether a ≤ b, element by element.</summary>
        public static Tensor operator <=(Tensor left, double right) => left <= Comparable(left, right);

        /// <summary>Whether a ≥ b, element by element.</summary>
        public static Tensor operator >=(Tensor left, double right) => left >= Comparable(left, right);
    }

    static Tensor Comparable(Tensor a, double b) => a.Number(b);

    static Tensor Compare<K>(Tensor a, Tensor b, K kernel) where K : struct, IBinaryKernel
    {
        (a, b) = CastOp.Promote(a.Numeric(), b.Numeric());
        return new Operation<K>(kernel).Apply(Shape.Broadcast(a.Shape, b.Shape), DType.Bool, a, b);
    }

    sealed record Operation<K>(K Kernel) : ElementwiseOperation where K : struct, IBinaryKernel
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (inputs[0].DType)
            {
                case DType.Float32: Run<float>(inputs[0], inputs[1], output); break;
                case DType.Float64: Run<double>(inputs[0], inputs[1], output); break;
                case DType.Int32: Run<int>(inputs[0], inputs[1], output); break;
                default: throw NoKernel(inputs[0].DType);
            }
        }

        public override DType WorkType(ReadOnlySpan<Tensor> inputs, Tensor output) => inputs[0].DType;

        public override unsafe void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count)
        {
            var (a, b) = ((singles & 1) != 0 ? 1 : count, (singles & 2) != 0 ? 1 : count);
            var y = new Span<bool>((void*)output, count);
            switch (type)
            {
                case DType.Float32: Elementwise.Compare(Kernel, new ReadOnlySpan<float>((void*)inputs[0], a), new ReadOnlySpan<float>((void*)inputs[1], b), y); break;
                case DType.Float64: Elementwise.Compare(Kernel, new ReadOnlySpan<double>((void*)inputs[0], a), new ReadOnlySpan<double>((void*)inputs[1], b), y); break;
                default: Elementwise.Compare(Kernel, new ReadOnlySpan<int>((void*)inputs[0], a), new ReadOnlySpan<int>((void*)inputs[1], b), y); break;
            }
        }

        public override MethodInfo Step<T, V>() => ((Func<V, V, V>)LaneSteps<T, V>.Binary<K>).Method;

        void Run<T>(Tensor a, Tensor b, Tensor output) where T : unmanaged, INumber<T>
        {
            var sa = a.Span<T>();
            var sb = b.Span<T>();
            var y = output.Span<bool>();
            if (y.Length == 0)
            {
                return;
            }
            var loop = new BroadcastLoop(output.Shape.AsSpan(), a.Shape.ToArray(), b.Shape.ToArray());
            for (var run = 0; run < loop.Count; run++)
            {
                Elementwise.Compare(
                    Kernel,
                    sa.Slice(loop.Offset(0, run), loop.Reads(0)),
                    sb.Slice(loop.Offset(1, run), loop.Reads(1)),
                    y.Slice(run * loop.Inner, loop.Inner));
            }
        }
    }

    readonly record struct EqualKernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Equal(a, b);
    }

    readonly record struct NotEqualKernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => ~V.Equal(a, b);
    }

    readonly record struct LessKernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Less(a, b);
    }

    readonly record struct LessOrEqualKernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.LessOrEqual(a, b);
    }
}
