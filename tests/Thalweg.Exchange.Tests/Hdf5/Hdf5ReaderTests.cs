using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public sealed class Hdf5ReaderTests
{
    [Fact]
    public void Groups_of_a_file_of_Keras_are_found_with_their_owners()
    {
        using var stream = File.OpenRead(TestFile.Of("dense_seq.weights.h5"));
        var file = Hdf5Reader.Open(stream);
        var groups = file.Groups();
        Assert.Equal(("dense_1", 2), groups["layers/dense_1/vars"]);
        Assert.Equal(("adam", 10), groups["optimizer/vars"]);
        Assert.Equal(("dropout", 0), groups["layers/dropout/vars"]);
        Assert.Equal([4, 8], file.ShapeOf("layers/dense/vars", 0));
        Assert.Equal(DType.Int32, file.TypeOf("optimizer/vars", 0));
        Assert.Contains("(4, 8)", Assert.Throws<KerasFormatException>(() => file.Read("layers/dense/vars", 0, [8, 4], DType.Float32)).Message, StringComparison.Ordinal);
        Assert.Throws<KerasFormatException>(() => file.Read("layers/dense/vars", 7, [8, 4], DType.Float32));
    }

    [Fact]
    public void Links_out_of_the_file_are_not_followed()
    {
        using var stream = File.OpenRead(TestFile.Of("external-link.h5"));
        Assert.Contains("link", Assert.Throws<KerasFormatException>(() => Hdf5Reader.Open(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_else_is_refused()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Throws<KerasFormatException>(() => Hdf5Reader.Open(stream));
    }

    [Fact]
    public void Numbers_come_in_the_type_that_a_variable_needs()
    {
        using var stream = new MemoryStream();
        Hdf5WriterTests.Write(stream, new WeightGroup("vars", "m", [new Variable(Tensor.From([1.5, 2.5])), new Variable(Tensor.From([1, -2]))]));
        var file = Hdf5Reader.Open(stream);
        Assert.Equal([1.5f, 2.5f], file.Read("vars", 0, [2], DType.Float32).ToArray<float>());
        Assert.Equal([1, -2], file.Read("vars", 1, [2], DType.Float64).ToArray<double>());
        Assert.Equal(DType.Float64, file.TypeOf("vars", 0));
    }
}
