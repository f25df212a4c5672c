using System.Diagnostics;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

/// <summary>A program that is killed while it saves, again and again, leaves the old file or the new one.</summary>
public sealed class AtomicSaveTests : IDisposable
{
    const string Role = "THALWEG_TEST_SAVES";

    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    static Sequential Filled(float value)
    {
        var model = new Sequential([new InputLayer(200), new Dense(500)]);
        model.SetWeights([.. model.GetWeights().Select(weight => Tensor.Full(weight.Shape, value))]);
        return model;
    }

    /// <summary>The program that is killed: this test alone, in a process of its own, told by the environment where to save.</summary>
    [Fact]
    public void Saves_without_end_where_it_is_told_to()
    {
        if (Environment.GetEnvironmentVariable(Role) is not { } path)
            return;
        var model = Filled(1);
        for (int i = 0; ; i = 1 - i)
        {
            model.SetWeights([.. model.GetWeights().Select(weight => Tensor.Full(weight.Shape, i))]);
            model.Save(path);
        }
    }

    [Fact]
    public void A_kill_at_any_moment_leaves_a_whole_file()
    {
        string path = files["m.keras"];
        Filled(0).Save(path);
        for (int round = 0; round < 4; round++)
        {
            var written = File.GetLastWriteTimeUtc(path);
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in new[] { typeof(AtomicSaveTests).Assembly.Location, "-method", $"{typeof(AtomicSaveTests).FullName}.{nameof(Saves_without_end_where_it_is_told_to)}" })
                start.ArgumentList.Add(argument);
            start.Environment[Role] = path;
            using var process = Process.Start(start)!;
            var said = new System.Collections.Concurrent.ConcurrentQueue<string?>();
            process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
            process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            // Killed once it has saved, a few milliseconds later each time: somewhere within a save.
            for (int i = 0; i < 2000 && !process.HasExited && File.GetLastWriteTimeUtc(path) == written; i++)
                Thread.Sleep(10);
            Assert.False(process.HasExited, $"The program that saves ended in round {round}: {string.Join('\n', said)}");
            Thread.Sleep(3 * round);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            var weights = Model.Load(path).GetWeights();
            float first = weights[0].ToArray<float>()[0];
            Assert.True(first is 0 or 1);
            Assert.All(weights, weight => Assert.All(weight.ToArray<float>(), value => Assert.Equal(first, value)));
        }
    }
}
