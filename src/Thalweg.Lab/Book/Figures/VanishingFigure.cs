using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Lab.Book.Figures;

/// <summary>How large the gradients of ten hidden layers are before the first step, for activations and ways to draw the weights.</summary>
static class VanishingFigure
{
    const int Hidden = 10, Units = 64;

    static readonly (string Activation, string Initializer)[] Shown = [("sigmoid", "glorot_normal"), ("tanh", "glorot_normal"), ("relu", "glorot_normal"), ("relu", "he_normal")];

    /// <summary>One curve for each network: the root mean square of the kernel's gradient, layer by layer.</summary>
    public static BookFigure Compute()
    {
        var (x, y) = Flowers.Load();
        return new(Log: true, [.. Shown.Select(network => Measure(network.Activation, network.Initializer, Flowers.Standardize(x), y))]);
    }

    static ChartLine Measure(string activation, string initializer, Tensor x, Tensor y)
    {
        using var seed = RandomSeed.Scope(0);
        var layers = Enumerable.Range(0, Hidden).Select(_ => new Dense(Units, activation) { KernelInitializer = initializer });
        var model = new Sequential([new InputLayer(x.Shape[1]), .. layers, new Dense(y.Shape[1], "softmax")]);
        model.Compile("sgd", "categorical_crossentropy");
        var flow = new GradientFlow();
        model.Fit(x, y, batchSize: x.Shape[0], callbacks: [flow], verbose: Verbosity.Silent);
        double[] places = [.. Enumerable.Range(1, Hidden).Select(layer => (double)layer)];
        return new($"{activation}, {initializer}", places, [.. flow.Records[0].Layers.Take(Hidden).Select(layer => layer.GradientRms)]);
    }
}
