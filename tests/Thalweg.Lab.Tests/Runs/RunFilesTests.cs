using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

public sealed class RunFilesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Variable[] Weights(float first) => [new Variable(Tensor.Of(first, 2), "kernel"), new Variable(Tensor.Of(3f), "bias")];

    [Fact]
    public void The_newest_weights_and_the_way_to_them_are_kept_in_order()
    {
        var files = new RunFiles(folder, 7);
        Assert.False(files.HasWeights);
        Assert.Empty(files.Places());
        foreach (int epochs in new[] { 10, 0, 2 })
            files.KeepPlace(epochs, Weights(epochs));
        files.Keep(Weights(1));
        files.Keep(Weights(12));
        Assert.True(files.HasWeights);
        Assert.Equal([12f, 2], files.Weights()[0].ToArray<float>());
        Assert.Equal([3f], files.Weights()[1].ToArray<float>());
        Assert.Equal([0f, 2, 10], files.Places().Select(place => place[0].ToArray<float>()[0]));
        files.Delete();
        files.Delete();
        Assert.False(Directory.Exists(files.Folder));
    }

    [Theory]
    [InlineData(100, 50, 1)]
    [InlineData(100, 1000, 5)]
    [InlineData(1_000_000, 100, 6)]
    public void The_way_is_bounded(long parameters, int epochs, int stride) => Assert.Equal(stride, RunFiles.Stride(parameters, epochs));
}
