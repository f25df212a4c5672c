using Thalweg.Kernels;

namespace Thalweg.Tests.Contracts;

/// <summary>Runs a computation with vectors of 128, 256 and 512 bits; those that the processor lacks run in software.</summary>
static class Widths
{
    static readonly Lock Turn = new();

    /// <summary>Fails unless every width gives the same bits.</summary>
    public static void AssertSameBits(Func<Tensor> computation)
    {
        // One at a time: the width is the whole process's. Other tests that run meanwhile see any width, and may.
        lock (Turn)
        {
            try
            {
                var first = At(128, computation);
                foreach (var bits in (int[])[256, 512])
                {
                    var other = At(bits, computation);
                    Assert.Equal(first.Shape, other.Shape);
                    Assert.True(Bytes(first).SequenceEqual(Bytes(other)), $"128 and {bits} bits differ:\n{first}\n{other}");
                }
            }
            finally
            {
                VectorWidth.Bits = VectorWidth.Widest;
            }
        }
    }

    /// <summary>Runs an action while no other test changes the width or the number of threads.</summary>
    public static void Alone(Action action)
    {
        lock (Turn)
        {
            action();
        }
    }

    /// <summary>Runs a check with each width and with 1, 2 and 3 threads; the text names them.</summary>
    public static void ForEach(Action<string> check)
    {
        lock (Turn)
        {
            var threads = ThreadTeam.Count;
            try
            {
                foreach (var bits in (int[])[128, 256, 512])
                {
                    foreach (var count in (int[])[1, 2, 3])
                    {
                        (VectorWidth.Bits, ThreadTeam.Count) = (bits, count);
                        check($"{bits} bits, {count} threads");
                    }
                }
            }
            finally
            {
                (VectorWidth.Bits, ThreadTeam.Count) = (VectorWidth.Widest, threads);
            }
        }
    }

    /// <summary>The elements as they lie in memory.</summary>
    public static ReadOnlySpan<byte> Bytes(Tensor x) => x.Buffer.Span<byte>(x.Size * x.DType.Size);

    static Tensor At(int bits, Func<Tensor> computation)
    {
        VectorWidth.Bits = bits;
        return computation();
    }
}
