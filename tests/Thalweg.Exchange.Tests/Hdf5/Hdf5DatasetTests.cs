using PureHDF;
using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public class Hdf5DatasetTests
{
    static Hdf5Reader File(object dataset)
    {
        var stream = new MemoryStream();
        new H5File { ["vars"] = new H5Group { ["0"] = dataset } }.Write(stream);
        return Hdf5Reader.Open(stream);
    }

    [Theory]
    [InlineData(new sbyte[] { -1, 2 }, DType.Int32)]
    [InlineData(new byte[] { 200, 2 }, DType.Int32)]
    [InlineData(new[] { -5L, 7L }, DType.Int32)]
    [InlineData(new[] { -5.5, 7 }, DType.Float64)]
    public void Numbers_of_other_types_are_converted(Array values, DType type)
    {
        var file = File(new H5Dataset(values));
        Assert.Equal(type, file.TypeOf("vars", 0));
        Assert.Equal(values.Cast<object>().Select(value => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)), file.Read("vars", 0, [2], type).ToArray<double>());
    }

    [Fact]
    public void Half_precision_is_read() =>
        Assert.Equal([1.5f, -2f], File(new H5Dataset(new[] { (Half)1.5f, (Half)(-2f) })).Read("vars", 0, [2], DType.Float32).ToArray<float>());

    [Fact]
    public void A_single_number_of_another_type_stays_a_single_number() =>
        Assert.Equal(Shape.Scalar, File(new H5Dataset<long>(5)).Read("vars", 0, Shape.Scalar, DType.Int32).Shape);

    [Fact]
    public void Texts_are_no_weights() =>
        Assert.Contains("numbers", Assert.Throws<KerasFormatException>(() => File(new H5Dataset(new[] { "a" })).ShapeOf("vars", 0)).Message, StringComparison.Ordinal);
}
