using System.Text.Json;
using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public sealed class JsonLinesLoggerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_line_is_an_object()
    {
        var path = Path.Combine(folder, "log.jsonl");
        var history = Small.Train([new JsonLinesLogger(path)], epochs: 2);
        var lines = File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["begin", "epoch", "epoch", "end"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal(history["loss"][1], lines[2].GetProperty("loss").GetDouble());
        Assert.Equal(1, lines[2].GetProperty("epoch").GetInt32());
    }

    [Fact]
    public void What_JSON_cannot_write_is_a_string()
    {
        var path = Path.Combine(folder, "log.jsonl");
        new JsonLinesLogger(path).OnEpochEnd(new Training([], "sgd"), 0, new Dictionary<string, double> { ["loss"] = double.NaN, ["mae"] = double.NegativeInfinity });
        Assert.Equal("""{"event":"epoch","epoch":0,"loss":"NaN","mae":"-Infinity"}""", File.ReadAllLines(path)[0]);
    }
}
