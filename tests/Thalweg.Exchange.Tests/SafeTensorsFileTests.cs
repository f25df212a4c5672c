namespace Thalweg.Exchange.Tests;

public sealed class SafeTensorsFileTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Tensors_are_read_one_by_one()
    {
        SafeTensors.Write(files["t"], [KeyValuePair.Create("a", Tensor.Of(1f, 2f)), KeyValuePair.Create("b", Tensor.From([3.0, 4.0]))]);
        using var file = SafeTensorsFile.Open(files["t"]);
        Assert.Equal(["b", "a"], file.Names);
        Assert.Equal(("F64", 2), (file.TypeOf("b"), file.ShapeOf("b")[0]));
        Assert.Equal([1f, 2f], file.Read("a").ToArray<float>());
        Assert.Contains("b, a", Assert.Throws<ArgumentException>(() => file.Read("c")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        File.WriteAllText(files["t"], "no tensors here");
        Assert.Contains("t'", Assert.Throws<SafeTensorsFormatException>(() => SafeTensorsFile.Open(files["t"])).Message, StringComparison.Ordinal);
    }
}
