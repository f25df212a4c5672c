using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Lab.Runs;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public sealed class LiveTrainingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;
    readonly RunStore store;
    readonly long id;

    public LiveTrainingTests()
    {
        store = new RunStore(Path.Combine(folder, "runs.db"));
        id = store.Add("train", "test", new RunSettings(), []).Id;
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static readonly Tensor X = Tensor.Linspace(-1, 1, 10).Reshape([10, 1]), Y = X * 2;

    static Sequential Model()
    {
        RandomSeed.Set(3);
        var model = new Sequential([new InputLayer(1), new Dense(1)]);
        model.Compile(new Sgd(0.1), new MeanSquaredError());
        return model;
    }

    LiveTraining Live(TimeSpan? limit = null, Action<RunFeed>? changed = null) =>
        new(id, store, new RunFiles(folder, id), limit ?? TimeSpan.FromHours(1), changed ?? (_ => { }));

    [Fact]
    public void It_keeps_each_epoch_and_shows_each_batchs_own_loss()
    {
        using var live = Live();
        var (model, flow) = (Model(), new GradientFlow(1));
        live.Follow(10, 4, flow);
        model.Fit(X, Y, 3, 4, callbacks: [flow, live], verbose: Verbosity.Silent);
        var epochs = store.Epochs(id);
        Assert.Equal(model.History["loss"], epochs.Select(epoch => epoch.Logs["loss"]));
        Assert.Equal((9, 3), (live.Feed.Steps, live.Feed.Epochs));
        // The flow computes the same batches' losses by itself.
        Assert.Equal(flow.Records.Select(record => record.Loss), live.Feed.Losses(0).Select(loss => (double)loss), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(live.Feed.Losses(0), epochs.SelectMany(epoch => epoch.Losses));
        var files = new RunFiles(folder, id);
        Assert.Equal(4, files.Places().Count);
        Assert.Equal(model.GetWeights()[0].ToArray<float>(), files.Weights()[0].ToArray<float>());
    }

    [Fact]
    public async Task Paused_it_waits_and_goes_on_with_the_same_bits()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var live = Live();
        var watcher = new LambdaCallback
        {
            BatchEnd = (_, batch, _) =>
            {
                if (batch == 1 && live.Feed.Epochs == 1)
                {
                    live.Pause(true);
                    reached.TrySetResult();
                }
            },
        };
        var model = Model();
        live.Follow(10, 4, new GradientFlow());
        var training = Task.Run(() => model.Fit(X, Y, 3, 4, callbacks: [watcher, live], verbose: Verbosity.Silent), TestContext.Current.CancellationToken);
        await reached.Task;
        Assert.True(live.IsPaused);
        Assert.Single(store.Epochs(id));
        live.Pause(false);
        await training;
        var other = Model();
        other.Fit(X, Y, 3, 4, verbose: Verbosity.Silent);
        Assert.Equal(other.History["loss"], model.History["loss"]);
    }

    [Fact]
    public void It_may_work_for_so_long()
    {
        using var live = Live(limit: TimeSpan.Zero);
        live.Follow(10, 4, new GradientFlow());
        Assert.ThrowsAny<OperationCanceledException>(() => Model().Fit(X, Y, 3, 4, callbacks: [live], verbose: Verbosity.Silent, cancellation: live.Stopping));
        Assert.True(live.IsOverTime);
    }

    [Fact]
    public void After_its_end_it_can_be_told_to_stop_all_the_same()
    {
        var live = Live();
        live.Dispose();
        live.Stop();
        live.Pause(true);
        live.Dispose();
    }
}
