using System.Text.Json;
using Thalweg.Descents;
using Thalweg.Lab.Descents;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;

namespace Thalweg.Lab.Book.Figures;

/// <summary>
/// The loss of a 6-20-1 sigmoid network while one weight moves: with targets as a column, as it is meant, and with targets of
/// shape (n), whose difference with predictions of shape (n, 1) broadcasts to all n² pairs.
/// </summary>
static class SliceFigure
{
    const double Decay = 1e-4;
    static readonly int[] Place = [3, 9];

    /// <summary>Both slices.</summary>
    public static BookFigure Compute()
    {
        using var file = JsonDocument.Parse(Problems.EmbeddedFile("sigmoid-network.json"));
        Tensor Read(string name, params int[] shape) => Tensor.From(file.RootElement.GetProperty(name).EnumerateArray().Select(number => number.GetDouble()).ToArray(), shape);

        var model = new Sequential { DType = DType.Float64 };
        model.Add(new InputLayer(6));
        model.Add(new Dense(20, "sigmoid") { DType = DType.Float64 });
        model.Add(new Dense(1, "sigmoid") { DType = DType.Float64 });
        model.SetWeights([Read("kernel_0", 6, 20), Read("bias_0", 20), Read("kernel_1", 20, 1), Read("bias_1", 1)]);
        var (x, y, places) = (Read("x", 150, 6), Read("y", 150), Read("places", 100).ToArray<double>());

        Tensor Penalty() => (model.Weights[0].Value.Square().Sum() + model.Weights[2].Value.Square().Sum()) * Decay;
        Tensor Intended() => new MeanSquaredError().Compute(y.Reshape([150, 1]), model.Apply(x)) + Penalty();
        Tensor Broadcast() => (model.Apply(x) - y).Square().Mean() + Penalty();

        return new(Log: false,
        [
            new("intended", places, Landscape.Slice(Intended, model.Weights[0], Place, places)),
            new("broadcast", places, Landscape.Slice(Broadcast, model.Weights[0], Place, places)),
        ]);
    }
}
