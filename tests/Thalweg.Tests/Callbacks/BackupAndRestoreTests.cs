using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

[Collection(nameof(RandomSeed))]
public sealed class BackupAndRestoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static readonly Tensor X = Tensor.RandomNormal([24, 3], stream: new RandomStream(5));
    static readonly Tensor Y = X.Sum(axis: 1, keepDims: true);

    /// <summary>A program that is started with its seed: with dropout, with or without shuffling, and an optimiser with a state.</summary>
    static Sequential Run(IEnumerable<Callback> callbacks, int epochs = 6, bool shuffle = false)
    {
        RandomSeed.Set(7);
        var model = new Sequential([
            new InputLayer(3), new Dense(4, "tanh") { KernelInitializer = "glorot_uniform(seed=1)" }, new Dropout(0.5, seed: 2), new Dense(1) { KernelInitializer = "glorot_uniform(seed=3)" }]);
        model.Compile(new AdamW("cosine_decay(0.05, 40)") { UseEma = true }, "mse");
        model.Fit(X, Y, epochs, batchSize: 5, shuffle: shuffle, callbacks: callbacks, verbose: Verbosity.Silent);
        return model;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_training_that_was_stopped_goes_on_with_the_same_bits(bool shuffle)
    {
        var whole = Run([], shuffle: shuffle);
        var stop = new LambdaCallback { EpochBegin = (_, epoch) => { if (epoch == 3) { throw new InvalidOperationException("power cut"); } } };
        Assert.Throws<InvalidOperationException>(() => Run([new BackupAndRestore(folder), stop], shuffle: shuffle));
        Assert.True(File.Exists(new BackupAndRestore(folder).Path));
        var epochs = new List<int>();
        var resumed = Run([new BackupAndRestore(folder), new LambdaCallback { EpochBegin = (_, epoch) => epochs.Add(epoch) }], shuffle: shuffle);
        Assert.Equal([3, 4, 5], epochs);
        foreach (var (a, b) in whole.Weights.Concat(whole.Optimizer!.Variables).Zip(resumed.Weights.Concat(resumed.Optimizer!.Variables)))
        {
            Assert.True(Widths.Bytes(a.Value).SequenceEqual(Widths.Bytes(b.Value)), a.Path);
        }
        Assert.False(File.Exists(new BackupAndRestore(folder).Path));
    }

    [Fact]
    public void A_whole_training_can_be_kept()
    {
        Run([new BackupAndRestore(folder, deleteAtEnd: false)], 2);
        var epochs = new List<int>();
        Run([new BackupAndRestore(folder, deleteAtEnd: false), new LambdaCallback { EpochBegin = (_, epoch) => epochs.Add(epoch) }], 2);
        Assert.Empty(epochs);
    }
}
