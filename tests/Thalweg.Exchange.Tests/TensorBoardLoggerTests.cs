using System.Text;
using Thalweg.Exchange.Tests.TensorBoard;

namespace Thalweg.Exchange.Tests;

public sealed class TensorBoardLoggerTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_training_is_written_for_training_and_validation()
    {
        var model = KerasFileTests.Network();
        var (x, y) = KerasFileTests.Data();
        model.Compile("adam", "categorical_crossentropy", ["accuracy"]);
        using (var logger = new TensorBoardLogger(files["logs"]) { HistogramFrequency = 2, Graph = model, Clock = () => 100 })
            model.Fit(x, y, epochs: 3, validationSplit: 0.2, callbacks: [logger], verbose: Callbacks.Verbosity.Silent);

        string[] train = [.. Tags(Path.Combine(files["logs"], "train"))];
        Assert.Equal(3, train.Count(tag => tag == "epoch_loss"));
        Assert.Equal(3, train.Count(tag => tag == "epoch_accuracy"));
        Assert.Equal(3, train.Count(tag => tag == "epoch_learning_rate"));
        Assert.Equal(2, train.Count(tag => tag == "sequential/dense/kernel"));
        Assert.Equal(3, Tags(Path.Combine(files["logs"], "validation")).Count(tag => tag == "epoch_loss"));
    }

    [Fact]
    public void Something_else_than_PNG_is_refused_at_once()
    {
        using var logger = new TensorBoardLogger(files["logs"]);
        Assert.Throws<ArgumentException>(() => logger.AddImage("figure", [1, 2]));
    }

    static IEnumerable<string> Tags(string folder) =>
        from record in EventReader.Read(Directory.GetFiles(folder).Single())
        where record.ContainsKey(5)
        select Encoding.UTF8.GetString((byte[])EventReader.Fields((byte[])EventReader.Fields((byte[])record[5][0])[1][0])[1][0]);
}
