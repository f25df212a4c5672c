using System.Reflection;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Chooses between two tensors, element by element.</summary>
public static class WhereOp
{
    extension(Tensor)
    {
        /// <summary>
        /// a where the condition holds, else b; all three broadcast. The gradient goes to the one chosen, and 0 to the other. Where
        /// the other one's own derivative is infinite, 0 · ∞ still makes NaN: keep its input in range too.
        /// </summary>
        public static Tensor Where(Tensor condition, Tensor a, Tensor b)
        {
            (a, b) = CastOp.Promote(a, b);
            condition = condition.Cast(DType.Bool);
            var shape = Shape.Broadcast(condition.Shape, Shape.Broadcast(a.Shape, b.Shape));
            return new Operation().Apply(shape, a.DType, condition, a, b).WithGradient(
                (a, dy => Tensor.Where(condition, dy, 0)),
                (b, dy => Tensor.Where(condition, 0, dy)));
        }

        /// <summary>The number a where the condition holds, else b.</summary>
        public static Tensor Where(Tensor condition, double a, Tensor b) => Tensor.Where(condition, b.Number(a), b);

        /// <summary>a where the condition holds, else the number b.</summary>
        public static Tensor Where(Tensor condition, Tensor a, double b) => Tensor.Where(condition, a, a.Number(b));
    }

    sealed record Operation : ElementwiseOperation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (output.DType)
            {
                case DType.Float32: Run<float>(inputs, output); break;
                case DType.Float64: Run<double>(inputs, output); break;
                case DType.Int32: Run<int>(inputs, output); break;
                default: Run<bool>(inputs, output); break;
            }
        }

        public override unsafe void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count)
        {
            switch (type.Size)
            {
                case 1: Choose((bool*)inputs[0], (byte*)inputs[1], (byte*)inputs[2], singles, (byte*)output, count); break;
                case 4: Choose((bool*)inputs[0], (uint*)inputs[1], (uint*)inputs[2], singles, (uint*)output, count); break;
                default: Choose((bool*)inputs[0], (ulong*)inputs[1], (ulong*)inputs[2], singles, (ulong*)output, count); break;
            }
        }

        public override MethodInfo Step<T, V>() => ((Func<V, V, V, V>)LaneSteps<T, V>.Select).Method;

        static unsafe void Choose<T>(bool* condition, T* a, T* b, uint singles, T* y, int count) where T : unmanaged
        {
            var (stepC, stepA, stepB) = ((singles & 1) != 0 ? 0 : 1, (singles & 2) != 0 ? 0 : 1, (singles & 4) != 0 ? 0 : 1);
            for (var k = 0; k < count; k++)
            {
                y[k] = condition[k * stepC] ? a[k * stepA] : b[k * stepB];
            }
        }

        static void Run<T>(ReadOnlySpan<Tensor> inputs, Tensor output) where T : unmanaged
        {
            var condition = inputs[0].Span<bool>();
            var a = inputs[1].Span<T>();
            var b = inputs[2].Span<T>();
            var y = output.Span<T>();
            if (y.Length == 0)
            {
                return;
            }
            var loop = new BroadcastLoop(output.Shape.AsSpan(), inputs[0].Shape.ToArray(), inputs[1].Shape.ToArray(), inputs[2].Shape.ToArray());
            var (stepC, stepA, stepB) = (loop.Reads(0) > 1 ? 1 : 0, loop.Reads(1) > 1 ? 1 : 0, loop.Reads(2) > 1 ? 1 : 0);
            for (var run = 0; run < loop.Count; run++)
            {
                var (c, i, j) = (loop.Offset(0, run), loop.Offset(1, run), loop.Offset(2, run));
                var part = y.Slice(run * loop.Inner, loop.Inner);
                for (var k = 0; k < part.Length; k++, c += stepC, i += stepA, j += stepB)
                {
                    part[k] = condition[c] ? a[i] : b[j];
                }
            }
        }
    }
}
