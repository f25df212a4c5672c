using PureHDF;
using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public sealed class Hdf5WriterTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    /// <summary>Groups, datasets, attributes, types and values, one by one against the file that Keras wrote.</summary>
    [Theory]
    [InlineData("dense_seq", "/optimizer/vars/9 FloatingPoint 4 (3)")]
    [InlineData("cnn_bn", "/optimizer/vars/2 FloatingPoint 4 (3, 3, 1, 4)")]
    [InlineData("two_branch", "/optimizer/vars/17 FloatingPoint 4 (2)")]
    public void A_saved_model_has_the_structure_of_Keras_own_file(string name, string last)
    {
        var model = KerasFile.Load(TestFile.Of(name + ".keras"));
        model.SaveWeights(files["m.weights.h5"]);
        using var expected = H5File.OpenRead(TestFile.Of(name + ".weights.h5"));
        using var actual = H5File.OpenRead(files["m.weights.h5"]);
        Assert.Equal(Lines(expected, "").Where(line => !line.StartsWith("/optimizer", StringComparison.Ordinal)), Lines(actual, "").Where(line => !line.StartsWith("/optimizer", StringComparison.Ordinal)));
        Assert.Contains(Lines(actual, ""), line => line.StartsWith(last, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_larger_than_a_block_are_written_row_by_row()
    {
        var weight = new Variable(Tensor.RandomNormal([1500, 1001], stream: new RandomStream(1)));
        var cube = new Variable(Tensor.RandomNormal([3, 700, 999], type: DType.Float64, stream: new RandomStream(2)));
        var vector = new Variable(Tensor.RandomNormal([2_500_000], stream: new RandomStream(3)));
        using (var stream = File.Create(files["w.h5"]))
            Write(stream, new WeightGroup("vars", "w", [weight, cube, vector]));
        using var reading = File.OpenRead(files["w.h5"]);
        var file = Hdf5Reader.Open(reading);
        Assert.Equal(weight.Value.ToArray<float>(), file.Read("vars", 0, weight.Shape, DType.Float32).ToArray<float>());
        Assert.Equal(cube.Value.ToArray<double>(), file.Read("vars", 1, cube.Shape, DType.Float64).ToArray<double>());
        Assert.Equal(vector.Value.ToArray<float>(), file.Read("vars", 2, vector.Shape, DType.Float32).ToArray<float>());
    }

    internal static void Write(Stream stream, params WeightGroup[] groups) => Hdf5Writer.Write(stream, groups);

    static IEnumerable<string> Lines(IH5Group group, string path)
    {
        foreach (var attribute in group.Attributes())
            yield return $"{path}@{attribute.Name} {attribute.Type.Class} {attribute.Space.Type} = {attribute.Read<string>()}";
        foreach (var child in group.Children().OrderBy(child => child.Name, StringComparer.Ordinal))
        {
            if (child is IH5Dataset dataset)
            {
                string values = dataset.Type.Class == H5DataTypeClass.FixedPoint
                    ? dataset.Read<int>().ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : dataset.Space.Dimensions.Length == 0 ? dataset.Read<float>().ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                    : string.Join(' ', Flat(dataset).Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
                yield return $"{path}/{child.Name} {dataset.Type.Class} {dataset.Type.Size} ({string.Join(", ", dataset.Space.Dimensions)}) {dataset.Layout.Class} = {values}";
            }
            else
            {
                yield return $"{path}/{child.Name}";
                foreach (string line in Lines((IH5Group)child, $"{path}/{child.Name}"))
                    yield return line;
            }
        }
    }

    static float[] Flat(IH5Dataset dataset)
    {
        var values = new float[dataset.Space.Dimensions.Aggregate(1, (product, length) => product * (int)length)];
        ((PureHDF.VOL.Native.NativeDataset)dataset).Read(values.AsSpan());
        return values;
    }
}
