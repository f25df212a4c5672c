using System.Globalization;
using PureHDF;
using PureHDF.Selections;

namespace Thalweg.Exchange.Hdf5;

/// <summary>Writes groups of variables as HDF5, as Keras lays them out.</summary>
static class Hdf5Writer
{
    /// <summary>Elements that are copied at a time; a whole tensor isn't.</summary>
    const int Block = 1 << 20;

    /// <summary>Writes a whole file.</summary>
    /// <param name="stream">Readable, writable and seekable.</param>
    /// <param name="groups">What is written; a group without variables is there all the same.</param>
    public static void Write(Stream stream, IEnumerable<WeightGroup> groups)
    {
        var file = new H5File();
        var large = new List<Action<H5NativeWriter>>();
        foreach (var group in groups)
        {
            H5Group at = file;
            foreach (var part in group.Path.Split('/'))
            {
                if (!at.TryGetValue(part, out var inner))
                {
                    at[part] = inner = new H5Group();
                }
                at = (H5Group)inner;
            }
            at.Attributes["name"] = group.Name;
            for (var i = 0; i < group.Variables.Count; i++)
            {
                at[i.ToString(CultureInfo.InvariantCulture)] = Dataset(group.Variables[i].Value, large);
            }
        }
        using var writer = file.BeginWrite(stream, new H5WriteOptions(PreferCompactDatasetLayout: false));
        large.ForEach(write => write(writer));
    }

    static object Dataset(Tensor tensor, List<Action<H5NativeWriter>> large) => tensor.DType switch
    {
        DType.Float32 => Dataset<float>(tensor, large),
        DType.Float64 => Dataset<double>(tensor, large),
        DType.Int32 => Dataset<int>(tensor, large),
        _ => Dataset<int>(tensor.Cast(DType.Int32), large),
    };

    static object Dataset<T>(Tensor tensor, List<Action<H5NativeWriter>> large) where T : unmanaged
    {
        if (tensor.Rank == 0)
        {
            return new H5Dataset<T>(tensor.AsSpan<T>()[0]);
        }
        ulong[] lengths = [.. tensor.Shape.Select(length => (ulong)length)];
        if (tensor.Size <= Block)
        {
            return new H5Dataset<T[]>(tensor.AsSpan<T>().ToArray(), fileDims: lengths);
        }
        var dataset = new H5Dataset<T[]>(lengths);
        large.Add(writer => WriteBlocks(writer, dataset, tensor, lengths));
        return dataset;
    }

    /// <summary>Rows at a time, so that no second copy of the weight is made.</summary>
    static void WriteBlocks<T>(H5NativeWriter writer, H5Dataset<T[]> dataset, Tensor tensor, ulong[] lengths) where T : unmanaged
    {
        var row = tensor.Size / tensor.Shape[0];
        var rows = Math.Max(1, Block / row);
        var block = new T[rows * row];
        for (var at = 0; at < tensor.Shape[0]; at += rows)
        {
            var count = Math.Min(rows, tensor.Shape[0] - at);
            ulong[] starts = [(ulong)at, .. new ulong[lengths.Length - 1]];
            ulong[] blocks = [(ulong)count, .. lengths[1..]];
            tensor.AsSpan<T>().Slice(at * row, count * row).CopyTo(block);
            writer.Write(
                dataset,
                block,
                memorySelection: new HyperslabSelection(0, (ulong)(count * row)),
                fileSelection: new HyperslabSelection(lengths.Length, starts, blocks));
        }
    }
}
