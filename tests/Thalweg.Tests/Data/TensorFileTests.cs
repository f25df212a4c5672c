using Thalweg.Data;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Data;

public sealed class TensorFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Tensors_of_every_type_come_back()
    {
        var path = Path.Combine(folder, "file");
        var tensors = new Dictionary<string, Tensor>
        {
            ["größe/1"] = Tensor.From(new float[,] { { 1, float.NaN }, { -0f, 3 } }),
            ["double"] = Tensor.Scalar(Math.PI, DType.Float64),
            ["int"] = Tensor.Of(int.MinValue, 7),
            ["truth"] = Tensor.Of(true, false, true),
            ["empty"] = Tensor.Zeros([0, 3]),
        };
        TensorFile.Write(path, tensors);
        var read = TensorFile.Read(path);
        Assert.Equal(tensors.Keys, read.Keys);
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal((tensor.DType, tensor.Shape), (read[name].DType, read[name].Shape));
            Assert.True(Widths.Bytes(tensor).SequenceEqual(Widths.Bytes(read[name])), name);
        }
    }

    [Fact]
    public void Damage_is_noticed_wherever_it_is()
    {
        var path = Path.Combine(folder, "file");
        TensorFile.Write(path, new Dictionary<string, Tensor> { ["w"] = Tensor.Of(1f, 2) });
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x20;
            File.WriteAllBytes(path, damaged);
            Assert.Throws<InvalidDataException>(() => TensorFile.Read(path));
            File.WriteAllBytes(path, whole[..i]);
            Assert.Throws<InvalidDataException>(() => TensorFile.Read(path));
        }
    }
}
