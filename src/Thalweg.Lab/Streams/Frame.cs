using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Thalweg.Lab.Streams;

/// <summary>What the numbers of a frame are.</summary>
enum FrameKind : byte
{
    /// <summary>Points of a descent: x, y, loss, gradient norm, step size, epoch of each.</summary>
    DescentPoint = 1,

    /// <summary>λmax, the limit of the racer's rate by its rule's formula, the optimum, and the limit as it is measured.</summary>
    Limits = 2,

    /// <summary>The loss of consecutive batches.</summary>
    BatchLoss = 3,

    /// <summary>Epochs: number, loss, metric, loss and metric of validation, seconds left of each.</summary>
    Epoch = 4,

    /// <summary>The norm of the gradient of each layer.</summary>
    GradientNorms = 5,

    /// <summary>What comes out of a layer: lowest, highest, counts.</summary>
    Activations = 6,

    /// <summary>The length of each layer's update as a part of that of its weights.</summary>
    UpdateRatios = 7,
}

/// <summary>
/// Numbers on their way to a page. Little endian: version 1, kind, series (16 bits), run, step and count (32 bits each), then
/// so many float32.
/// </summary>
/// <param name="Kind">What the numbers are.</param>
/// <param name="Series">Which racer or layer they belong to.</param>
/// <param name="Run">The number of the run.</param>
/// <param name="Step">The step of the first of them.</param>
/// <param name="Values">The numbers.</param>
readonly record struct Frame(FrameKind Kind, ushort Series, uint Run, uint Step, ReadOnlyMemory<float> Values)
{
    /// <summary>The bytes before the numbers.</summary>
    public const int HeaderBytes = 16;

    /// <summary>The layout that this is.</summary>
    public const byte Version = 1;

    /// <summary>The frame as bytes.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeaderBytes + Values.Length * sizeof(float)];
        bytes[0] = Version;
        bytes[1] = (byte)Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), Series);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Run);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Step);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)Values.Length);
        var into = bytes.AsSpan(HeaderBytes);
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(Values.Span).CopyTo(into);
            return bytes;
        }
        for (int i = 0; i < Values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(into[(i * sizeof(float))..], Values.Span[i]);
        return bytes;
    }

    /// <summary>The frame that bytes are.</summary>
    /// <exception cref="FormatException">They are none: too short, of another version or kind, or not as long as their count says.</exception>
    public static Frame Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
            throw new FormatException($"A frame begins with {HeaderBytes} bytes, but there are {bytes.Length}.");
        if (bytes[0] != Version)
            throw new FormatException($"The frame has version {bytes[0]}; version {Version} is known.");
        if (!Enum.IsDefined((FrameKind)bytes[1]))
            throw new FormatException($"The frame has kind {bytes[1]}; kinds 1 to 7 are known.");
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        if (bytes.Length - HeaderBytes != count * (long)sizeof(float))
            throw new FormatException($"The frame says {count} numbers, but {bytes.Length - HeaderBytes} bytes follow.");
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(HeaderBytes + i * sizeof(float))..]);
        return new Frame((FrameKind)bytes[1], BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), values);
    }
}
