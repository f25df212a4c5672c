using System.Numerics;
using System.Reflection;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>A function of two numbers, applied to every pair of elements with broadcasting; both inputs have the output's type.</summary>
sealed record BinaryOperation<K>(K Kernel) : ElementwiseOperation where K : struct, IBinaryKernel
{
    /// <summary>Runs shorter than this take longer one by one than written out together.</summary>
    const int ShortRun = 64;

    /// <summary>Elements that are written out at once: they stay in the nearest cache.</summary>
    const int WrittenOut = 2048;

    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        switch (output.DType)
        {
            case DType.Float32: Run<float>(inputs[0], inputs[1], output); break;
            case DType.Float64: Run<double>(inputs[0], inputs[1], output); break;
            case DType.Int32: Run<int>(inputs[0], inputs[1], output); break;
            default: throw NoKernel(output.DType);
        }
    }

    public override unsafe void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count)
    {
        var (a, b) = ((singles & 1) != 0 ? 1 : count, (singles & 2) != 0 ? 1 : count);
        switch (type)
        {
            case DType.Float32: Elementwise.Zip(Kernel, new ReadOnlySpan<float>((void*)inputs[0], a), new ReadOnlySpan<float>((void*)inputs[1], b), new Span<float>((void*)output, count)); break;
            case DType.Float64: Elementwise.Zip(Kernel, new ReadOnlySpan<double>((void*)inputs[0], a), new ReadOnlySpan<double>((void*)inputs[1], b), new Span<double>((void*)output, count)); break;
            default: Elementwise.Zip(Kernel, new ReadOnlySpan<int>((void*)inputs[0], a), new ReadOnlySpan<int>((void*)inputs[1], b), new Span<int>((void*)output, count)); break;
        }
    }

    public override MethodInfo Step<T, V>() => ((Func<V, V, V>)LaneSteps<T, V>.Binary<K>).Method;

    void Run<T>(Tensor a, Tensor b, Tensor output) where T : unmanaged, INumber<T>
    {
        var sa = a.Span<T>();
        var sb = b.Span<T>();
        var y = output.Span<T>();
        if (a.Shape == b.Shape || sa.Length == 1 && sb.Length == y.Length || sb.Length == 1 && sa.Length == y.Length)
        {
            Elementwise.Zip(Kernel, sa, sb, y);
            return;
        }
        if (y.Length == 0)
        {
            return;
        }
        var loop = new BroadcastLoop(output.Shape.AsSpan(), a.Shape.Kept, b.Shape.Kept);
        if (loop.Count > 1 && loop.Inner < ShortRun)
        {
            ShortRuns(loop, sa, sb, y);
            return;
        }
        for (var run = 0; run < loop.Count; run++)
        {
            Elementwise.Zip(
                Kernel,
                sa.Slice(loop.Offset(0, run), loop.Reads(0)),
                sb.Slice(loop.Offset(1, run), loop.Reads(1)),
                y.Slice(run * loop.Inner, loop.Inner));
        }
    }

    /// <summary>Several short runs at once: their operands are written out, side by side.</summary>
    unsafe void ShortRuns<T>(BroadcastLoop loop, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where T : unmanaged, INumber<T>
    {
        var together = Math.Max(1, WrittenOut / loop.Inner);
        for (var run = 0; run < loop.Count; run += together)
        {
            var runs = Math.Min(together, loop.Count - run);
            var part = y.Slice(run * loop.Inner, runs * loop.Inner);
            Elementwise.Zip(Kernel, WriteOut(0, a, Scratch.Use.Rows), WriteOut(1, b, Scratch.Use.Columns), part);

            ReadOnlySpan<T> WriteOut(int operand, ReadOnlySpan<T> x, Scratch.Use use)
            {
                if (x.Length == loop.Count * loop.Inner)
                {
                    return x.Slice(run * loop.Inner, runs * loop.Inner);
                }
                var reads = loop.Reads(operand);
                var all = new Span<T>(Scratch.For<T>(use, runs * loop.Inner), runs * loop.Inner);
                for (var i = 0; i < runs; i++)
                {
                    var from = x.Slice(loop.Offset(operand, run + i), reads);
                    var to = all.Slice(i * loop.Inner, loop.Inner);
                    if (reads == 1)
                    {
                        to.Fill(from[0]);
                    }
                    else
                    {
                        from.CopyTo(to);
                    }
                }
                return all;
            }
        }
    }
}

/// <summary>How an operation's file applies its kernel to pairs of elements.</summary>
static class BinaryOperation
{
    /// <summary>Pairs of elements through a kernel, after promotion to one type and with broadcasting.</summary>
    public static Tensor Zip<K>(this Tensor a, Tensor b, K kernel) where K : struct, IBinaryKernel
    {
        (a, b) = CastOp.Promote(a.Numeric(), b.Numeric());
        return new BinaryOperation<K>(kernel).Apply(Shape.Broadcast(a.Shape, b.Shape), a.DType, a, b);
    }
}
