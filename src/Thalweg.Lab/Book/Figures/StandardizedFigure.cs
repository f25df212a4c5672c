using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Lab.Book.Figures;

/// <summary>The loss of one network, 4-256-256-256-3, trained on the iris measurements as they are and on standardised ones, from the same weights and with the same order of rows.</summary>
static class StandardizedFigure
{
    const int Epochs = 100;

    /// <summary>Both trainings.</summary>
    public static BookFigure Compute()
    {
        var (x, y) = Flowers.Load();
        return new(Log: true, [Train("raw", x, y), Train("standardized", Flowers.Standardize(x), y)]);
    }

    static ChartLine Train(string name, Tensor x, Tensor y)
    {
        using var seed = RandomSeed.Scope(0);
        var model = new Sequential([new InputLayer(x.Shape[1]), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(y.Shape[1], "softmax")]);
        model.Compile(optimizer: "adam", loss: "categorical_crossentropy");
        var history = model.Fit(x, y, epochs: Epochs, batchSize: 30, verbose: Verbosity.Silent);
        return new(name, [.. history.Epochs.Select(epoch => epoch + 1.0)], [.. history["loss"]]);
    }
}
