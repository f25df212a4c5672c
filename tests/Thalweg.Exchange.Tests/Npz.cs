using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Thalweg.Exchange.Tests;

/// <summary>Arrays of Float32 in a NumPy archive, which recorded values come in.</summary>
static class Npz
{
    public static Tensor Read(string path, string name)
    {
        using var archive = ZipFile.OpenRead(path);
        using var stream = archive.GetEntry(name + ".npy")!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        int start = 10 + BitConverter.ToUInt16(bytes, 8);
        string header = Encoding.ASCII.GetString(bytes, 10, start - 10);
        Assert.Contains("'<f4'", header, StringComparison.Ordinal);
        int[] shape = [.. Regex.Match(header, @"\(([^)]*)\)").Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse)];
        return Tensor.From(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(start)), shape);
    }
}
