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

    [Fact]
    public async Task An_optimiser_that_is_not_known_is_said()
    {
        await using var lab = await LabServer.StartAsync(new LabOptions { Port = 0, DataFolder = folder }, TestContext.Current.CancellationToken);
        var race = new RecordedRace("quadratic", 25, [1, 1], ["adamm;0;replacement"]);
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => race.RunAsync(lab.Address, TestContext.Current.CancellationToken));
        Assert.Contains("adamm", fault.Message, StringComparison.Ordinal);
    }
}
