using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Copies what a stride per axis reaches; elements are moved as they are, whatever their type.</summary>
sealed record GatherStrided(int[] Lengths, int[] Strides, int Start) : Operation
{
    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        var x = inputs[0];
        switch (x.DType.Size)
        {
            case 1: Strided.Gather<byte>(x.Buffer.Span<byte>(x.Size), output.Buffer.Span<byte>(output.Size), Lengths, Strides, Start); break;
            case 4: Strided.Gather<uint>(x.Buffer.Span<uint>(x.Size), output.Buffer.Span<uint>(output.Size), Lengths, Strides, Start); break;
            default: Strided.Gather<ulong>(x.Buffer.Span<ulong>(x.Size), output.Buffer.Span<ulong>(output.Size), Lengths, Strides, Start); break;
        }
    }

    public bool Equals(GatherStrided? other) =>
        other is not null && Start == other.Start && Lengths.AsSpan().SequenceEqual(other.Lengths) && Strides.AsSpan().SequenceEqual(other.Strides);

    public override int GetHashCode() => HashCode.Combine(Start, Lengths.Length, Lengths.Length > 0 ? Lengths[0] : 0, Strides.Length > 0 ? Strides[0] : 0);
}
