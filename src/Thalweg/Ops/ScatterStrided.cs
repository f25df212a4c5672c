using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Puts a contiguous tensor where a stride per axis reaches in one of zeros.</summary>
sealed record ScatterStrided(int[] Lengths, int[] Strides, int Start) : Operation
{
    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        var x = inputs[0];
        output.Buffer.Span<byte>(output.Size * output.DType.Size).Clear();
        switch (x.DType.Size)
        {
            case 1: Strided.Scatter<byte>(x.Buffer.Span<byte>(x.Size), output.Buffer.Span<byte>(output.Size), Lengths, Strides, Start); break;
            case 4: Strided.Scatter<uint>(x.Buffer.Span<uint>(x.Size), output.Buffer.Span<uint>(output.Size), Lengths, Strides, Start); break;
            default: Strided.Scatter<ulong>(x.Buffer.Span<ulong>(x.Size), output.Buffer.Span<ulong>(output.Size), Lengths, Strides, Start); break;
        }
    }

    public bool Equals(ScatterStrided? other) =>
        other is not null && Start == other.Start && Lengths.AsSpan().SequenceEqual(other.Lengths) && Strides.AsSpan().SequenceEqual(other.Strides);

    public override int GetHashCode() => HashCode.Combine(Start, Lengths.Length, Lengths.Length > 0 ? Lengths[0] : 0, Strides.Length > 0 ? Strides[0] : 0);
}
