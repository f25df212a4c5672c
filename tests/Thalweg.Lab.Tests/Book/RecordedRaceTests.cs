using System.Text.Json;
using Thalweg.Lab.Book;

namespace Thalweg.Lab.Tests.Book;

public sealed class RecordedRaceTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-race-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task All_steps_of_all_racers_are_there()
    {
        await using var lab = await LabServer.StartAsync(new LabOptions { Port = 0, DataFolder = folder }, TestContext.Current.CancellationToken);
        var race = new RecordedRace("quadratic", 25, [1, 1], ["sgd(learning_rate=0.1);0;replacement", "adam(learning_rate=0.1);0;replacement"]);
        var frames = JsonDocument.Parse(await race.RunAsync(lab.Address, TestContext.Current.CancellationToken)).RootElement.EnumerateArray().ToList();
        foreach (int series in new[] { 0, 1 })
        {
            var points = frames.Where(frame => frame.GetProperty("kind").GetInt32() == 1 && frame.GetProperty("series").GetInt32() == series).Sum(frame => frame.GetProperty("values").GetArrayLength() / 6);
            Assert.Equal(26, points);
        }
    }

    [Theory]
    [InlineData("epochs=10", null, 50)]             // the chapter's race: minibatches of four of twenty samples
    [InlineData("epochs=3", "sgd;0;replacement|adam;7;permutation", 9)]
    [InlineData("steps=12", null, 12)]
    public void Epochs_last_as_long_as_the_smallest_batches_take(string length, string? racers, int steps)
    {
        var query = new Dictionary<string, string> { ["objective"] = "logistic_regression", [length.Split('=')[0]] = length.Split('=')[1] };
        if (racers is not null)
            query["racers"] = racers;
        Assert.Equal(steps, RecordedRace.Of(query, """{ "objectives": [{ "name": "logistic_regression", "samples": 20, "start": [0, 0] }] }"""u8.ToArray()).Steps);
    }

    [Fact]
    public async Task An_optimiser_that_is_not_known_is_said()
    {
        await using var lab = await LabServer.StartAsync(new LabOptions { Port = 0, DataFolder = folder }, TestContext.Current.CancellationToken);
        var race = new RecordedRace("quadratic", 25, [1, 1], ["adamm;0;replacement"]);
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => race.RunAsync(lab.Address, TestContext.Current.CancellationToken));
        Assert.Contains("adamm", fault.Message, StringComparison.Ordinal);
    }
}
