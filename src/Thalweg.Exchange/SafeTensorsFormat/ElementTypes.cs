using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Exchange.SafeTensorsFormat;

/// <summary>The number types of safetensors: how long each is, and how its values become a tensor's.</summary>
static class ElementTypes
{
    /// <summary>Elements that are converted at a time.</summary>
    const int Block = 1 << 16;

    static readonly Dictionary<string, int> Sizes = new()
    {
        ["BOOL"] = 1,
        ["U8"] = 1,
        ["I8"] = 1,
        ["F8_E5M2"] = 1,
        ["F8_E4M3"] = 1,
        ["I16"] = 2,
        ["U16"] = 2,
        ["F16"] = 2,
        ["BF16"] = 2,
        ["I32"] = 4,
        ["U32"] = 4,
        ["F32"] = 4,
        ["F64"] = 8,
        ["I64"] = 8,
        ["U64"] = 8,
    };

    /// <summary>Bytes of one element; null for a type that isn't known.</summary>
    public static int? Size(string type) => Sizes.TryGetValue(type, out var size) ? size : null;

    /// <summary>The names of all types that are read.</summary>
    public static IEnumerable<string> Names => Sizes.Keys;

    /// <summary>What a tensor's type is called.</summary>
    public static string Name(DType type) => type switch
    {
        DType.Float32 => "F32",
        DType.Float64 => "F64",
        DType.Int32 => "I32",
        _ => "BOOL",
    };

    /// <summary>Values as a tensor: half precision and bytes of floating point become Float32, whole numbers Int32.</summary>
    /// <exception cref="SafeTensorsFormatException">A whole number doesn't fit into 32 bits, or a truth value isn't 0 or 1.</exception>
    public static Tensor Read(string type, Shape shape, ReadOnlySpanReader read, string name) => type switch
    {
        "F32" => Tensor.Filled<float>(shape, span => read(0, MemoryMarshal.AsBytes(span))),
        "F64" => Tensor.Filled<double>(shape, span => read(0, MemoryMarshal.AsBytes(span))),
        "I32" => Tensor.Filled<int>(shape, span => read(0, MemoryMarshal.AsBytes(span))),
        "BOOL" => Convert<byte, bool>(shape, read, value => value <= 1 ? value == 1 : throw new SafeTensorsFormatException($"'{name}' holds {value} as a truth value; 0 and 1 are.")),
        "U8" => Convert<byte, int>(shape, read, value => value),
        "I8" => Convert<sbyte, int>(shape, read, value => value),
        "I16" => Convert<short, int>(shape, read, value => value),
        "U16" => Convert<ushort, int>(shape, read, value => value),
        "U32" => Convert<uint, int>(shape, read, value => value <= int.MaxValue ? (int)value : throw TooLarge(name, value)),
        "I64" => Convert<long, int>(shape, read, value => value is >= int.MinValue and <= int.MaxValue ? (int)value : throw TooLarge(name, value)),
        "U64" => Convert<ulong, int>(shape, read, value => value <= int.MaxValue ? (int)value : throw TooLarge(name, value)),
        "F16" => Convert<Half, float>(shape, read, value => (float)value),
        "BF16" => Convert<ushort, float>(shape, read, value => BitConverter.UInt32BitsToSingle((uint)value << 16)),
        "F8_E5M2" => Convert<byte, float>(shape, read, value => (float)BitConverter.UInt16BitsToHalf((ushort)(value << 8))),
        _ => Convert<byte, float>(shape, read, E4M3),
    };

    /// <summary>Four bits of exponent with bias 7, three of fraction; all ones is not a number, and there is no infinity. Micikevicius et al., 2022, arXiv 2209.05433.</summary>
    static float E4M3(byte value)
    {
        var (sign, exponent, fraction) = ((value & 0x80) == 0 ? 1f : -1f, value >> 3 & 15, value & 7);
        return exponent == 15 && fraction == 7 ? float.NaN
            : exponent == 0 ? sign * MathF.ScaleB(fraction, -9)
            : sign * MathF.ScaleB(8 + fraction, exponent - 10);
    }

    static Tensor Convert<TFrom, TTo>(Shape shape, ReadOnlySpanReader read, Func<TFrom, TTo> convert) where TFrom : unmanaged where TTo : unmanaged
    {
        var values = new TFrom[Math.Min(shape.Size, Block)];        // no second copy of the whole
        return Tensor.Filled<TTo>(shape, span =>
        {
            for (var from = 0; from < span.Length; from += Block)
            {
                var part = values.AsSpan(0, Math.Min(Block, span.Length - from));
                read((long)from * Unsafe.SizeOf<TFrom>(), MemoryMarshal.AsBytes(part));
                for (var i = 0; i < part.Length; i++)
                {
                    span[from + i] = convert(part[i]);
                }
            }
        });
    }

    static SafeTensorsFormatException TooLarge(string name, object value) => new($"'{name}' holds {value}, which doesn't fit into Int32, the type of whole numbers here.");
}
