using Thalweg.Exchange.Hdf5;

namespace Thalweg.Exchange.Tests.Hdf5;

public class Hdf5GroupTests
{
    [Fact]
    public void Members_and_name_of_a_group_of_Keras_are_found()
    {
        using var stream = File.OpenRead(TestFile.Of("dense_seq.weights.h5"));
        var file = new Hdf5Bytes(stream);
        var root = Hdf5Group.Read(file, Hdf5Bytes.Long(file.At(64, 8), 0))!;
        Assert.Equal(["layers", "optimizer", "vars"], root.Members.Keys.Order(StringComparer.Ordinal));
        var vars = Hdf5Group.Read(file, root.Members["vars"])!;
        Assert.Equal("dense_seq", vars.Name);
        var layers = Hdf5Group.Read(file, root.Members["layers"])!;
        var dense = Hdf5Group.Read(file, Hdf5Group.Read(file, layers.Members["dense"])!.Members["vars"])!;
        Assert.Equal(["0", "1"], dense.Members.Keys.Order(StringComparer.Ordinal));
        Assert.Null(Hdf5Group.Read(file, dense.Members["0"]));
    }
}
