using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public sealed class CheckpointTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_of_another_model_or_seed_is_refused()
    {
        var path = Path.Combine(folder, "file");
        Checkpoint.Write(path, new Training([new Variable(Tensor.Of(1f, 2), "w")], new Sgd()) { Streams = [new RandomStream(1)] }, 3);
        Assert.Contains("(3,)", Assert.Throws<InvalidDataException>(() => Checkpoint.ReadWeights(TensorFile.Read(path), [new Variable(Tensor.Of(1f, 2, 3))], path)).Message, StringComparison.Ordinal);
        Assert.Contains("another seed", Assert.Throws<InvalidDataException>(() => Checkpoint.Read(path, new Training([new Variable(Tensor.Of(0f, 0))], new Sgd()) { Streams = [new RandomStream(2)] })).Message, StringComparison.Ordinal);
        var training = new Training([new Variable(Tensor.Of(0f, 0), "w")], new Sgd()) { Streams = [new RandomStream(1)] };
        Checkpoint.Read(path, training);
        Near.Equal([1, 2], training.Weights[0].Value, 0);
        Assert.Equal(3, training.InitialEpoch);
    }
}
