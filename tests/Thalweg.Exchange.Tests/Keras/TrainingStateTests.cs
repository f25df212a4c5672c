using Thalweg.Exchange.Hdf5;
using Thalweg.Exchange.Keras;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests.Keras;

public sealed class TrainingStateTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Dropout_goes_on_where_it_stopped()
    {
        var model = KerasFileTests.Network();
        var (x, y) = KerasFileTests.Data();
        model.Compile("adam", "categorical_crossentropy");
        model.TrainOnBatch(x, y);
        model.Save(files["m.keras"]);
        var loaded = Model.Load(files["m.keras"]);
        Assert.Equal(model.RandomStreams.Select(stream => (stream.Seed, stream.Stream, stream.Position)), loaded.RandomStreams.Select(stream => (stream.Seed, stream.Stream, stream.Position)));
        Assert.True(model.RandomStreams.Single().Position > 0);
    }

    [Fact]
    public void A_model_that_has_not_been_trained_has_no_state()
    {
        Assert.False(TrainingState.IsThere(new Adam()));
        Assert.False(TrainingState.IsThere(null));
    }

    [Fact]
    public void The_state_of_another_model_is_refused_and_can_be_left_aside()
    {
        var model = KerasFile.Load(TestFile.Of("dense_seq.keras"));
        var other = new Sequential([new InputLayer(4), new Dense(8), new Dropout(0.1), new Dense(3)]);
        other.Compile("sgd(momentum=0.9)", "mse");
        using var stream = File.OpenRead(TestFile.Of("dense_seq.weights.h5"));
        var file = Hdf5Reader.Open(stream);
        Assert.Contains("compile: false", Assert.Throws<KerasFormatException>(() => TrainingState.Restore(default, file, other)).Message, StringComparison.Ordinal);
        TrainingState.Restore(default, file, model);
        Assert.NotEqual(0, model.Optimizer!.Variables[2].Value.Abs().Sum().Item());
    }
}
