using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

public sealed class KerasModelsTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_model_saves_and_loads_itself()
    {
        var model = KerasFileTests.Network();
        model.Save(files["m.keras"]);
        model.SaveWeights(files["m.weights.h5"]);
        var loaded = Model.Load(files["m.keras"]);
        Close.Same(model.GetWeights(), loaded.GetWeights());
        RandomSeed.Set(99);
        var other = new Sequential([.. loaded.Layers.Select(layer => Layers.Layer.FromConfiguration(layer.Configuration!))]);
        other.BuildFor([Shape.Unknown, 4]);
        other.LoadWeights(files["m.weights.h5"]);
        Close.Same(model.GetWeights(), other.GetWeights());
    }
}
