using Thalweg.Exchange.SafeTensorsFormat;

namespace Thalweg.Exchange.Tests.SafeTensorsFormat;

public class ElementTypesTests
{
    static Tensor Read(string type, params byte[] bytes) =>
        ElementTypes.Read(type, [bytes.Length / ElementTypes.Size(type)!.Value], (at, destination) => bytes.AsSpan((int)at, destination.Length).CopyTo(destination), "t");

    [Fact]
    public void Half_precision_and_smaller_become_Float32()
    {
        Assert.Equal([1f, -2f], Read("F16", 0x00, 0x3C, 0x00, 0xC0).ToArray<float>());
        Assert.Equal([1f, -2f], Read("BF16", 0x80, 0x3F, 0x00, 0xC0).ToArray<float>());
        Assert.Equal([1f, -2f, float.PositiveInfinity], Read("F8_E5M2", 0x3C, 0xC0, 0x7C).ToArray<float>());
        Assert.Equal([1f, -2f, 448f, 0.001953125f, float.NaN], Read("F8_E4M3", 0x38, 0xC0, 0x7E, 0x01, 0x7F).ToArray<float>());
    }

    [Fact]
    public void Whole_numbers_become_Int32_where_they_fit()
    {
        Assert.Equal([-1, 5], Read("I64", [.. BitConverter.GetBytes(-1L), .. BitConverter.GetBytes(5L)]).ToArray<int>());
        Assert.Equal([200], Read("U8", 200).ToArray<int>());
        Assert.Equal([-56], Read("I8", 200).ToArray<int>());
        Assert.Equal([-2], Read("I16", 0xFE, 0xFF).ToArray<int>());
        Assert.Equal([65534], Read("U16", 0xFE, 0xFF).ToArray<int>());
        Assert.Throws<SafeTensorsFormatException>(() => Read("U32", 255, 255, 255, 255));
        Assert.Throws<SafeTensorsFormatException>(() => Read("I64", BitConverter.GetBytes(1L << 40)));
        Assert.Throws<SafeTensorsFormatException>(() => Read("U64", BitConverter.GetBytes(1UL << 63)));
    }

    [Fact]
    public void Truth_values_are_0_or_1()
    {
        Assert.Equal([true, false], Read("BOOL", 1, 0).ToArray<bool>());
        Assert.Throws<SafeTensorsFormatException>(() => Read("BOOL", 2));
        Assert.Equal("I32", ElementTypes.Name(DType.Int32));
        Assert.Null(ElementTypes.Size("F4"));
    }

    [Fact]
    public void Long_tensors_are_converted_to_their_end()
    {
        const int count = 150_001;
        var bytes = new byte[count * 2];
        for (var i = 0; i < count; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(i * 2), (short)(i % 32768));
        }
        Assert.Equal(Enumerable.Range(0, count).Select(i => i % 32768), Read("I16", bytes).ToArray<int>());
    }
}
