using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public sealed class ModelCheckpointTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Epochs_are_saved_under_their_numbers()
    {
        var model = Small.Model();
        var callback = new ModelCheckpoint(Path.Combine(folder, "w-{epoch:00}-{loss:0.000}.weights"));
        var history = Small.Train([callback], epochs: 2, model: model);
        Assert.Equal(FormattableString.Invariant($"w-02-{history["loss"][1]:0.000}.weights"), Path.GetFileName(callback.LastPath));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        var other = Small.Model();
        ModelCheckpoint.Restore(callback.LastPath!, other.Weights);
        Near.Equal(model.Weights[0], other.Weights[0].Value);
    }

    [Fact]
    public void Only_better_epochs_are_saved_where_wanted()
    {
        var training = new Training([new Variable(Tensor.Of(0f), "w")], "sgd") { MetricNames = ["loss", "val_loss"] };
        var callback = new ModelCheckpoint(Path.Combine(folder, "{epoch}")) { SaveBestOnly = true, InitialValueThreshold = 4 };
        callback.OnTrainBegin(training);
        foreach (var (epoch, loss) in new[] { (0, 5.0), (1, 3), (2, 3.5), (3, 2) })
        {
            callback.OnEpochEnd(training, epoch, new Dictionary<string, double> { ["val_loss"] = loss });
        }
        Assert.Equal(["2", "4"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_name_that_is_not_logged_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Small.Train([new ModelCheckpoint(Path.Combine(folder, "{accuracy}"))]));
        Assert.Throws<ArgumentException>(() => Small.Train([new ModelCheckpoint(Path.Combine(folder, "x")) { SaveBestOnly = true }]));
    }
}
