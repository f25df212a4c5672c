using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Plots.Tests;

public sealed class PictureTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_extension_decides_the_format()
    {
        Picture picture = NetworkDiagram.Of(new Sequential([new InputLayer(2), new Dense(1)]));
        picture.Save(Path.Combine(folder, "a.svg"));
        picture.Save(Path.Combine(folder, "a.PNG"));
        Assert.StartsWith("<?xml", File.ReadAllText(Path.Combine(folder, "a.svg")), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder, "a.PNG"))[..4]);
        Assert.Contains(".svg or .png", Assert.Throws<ArgumentException>(() => picture.Save("a.jpg")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.ToSvg(0, 10));
    }
}
