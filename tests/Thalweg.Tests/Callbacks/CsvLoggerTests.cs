using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public sealed class CsvLoggerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_line_for_each_epoch()
    {
        var path = Path.Combine(folder, "log.csv");
        var history = Small.Train([new CsvLogger(path)], epochs: 2);
        var lines = File.ReadAllLines(path);
        Assert.Equal("epoch,loss,mae", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Equal(FormattableString.Invariant($"1,{history["loss"][1]:R},{history["mae"][1]:R}"), lines[2]);
        Small.Train([new CsvLogger(path, append: true)], epochs: 1);
        Assert.Equal(4, File.ReadAllLines(path).Length);
        Small.Train([new CsvLogger(path, ';')], epochs: 1);
        Assert.Equal("epoch;loss;mae", File.ReadAllLines(path)[0]);
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }
}
