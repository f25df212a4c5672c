using System.Text.Json.Nodes;
using Thalweg.Activations;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

public sealed class CustomObjectsTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    sealed class Scale(double factor) : Layer
    {
        public double Factor => factor;

        public override Shape OutputShape(Shape input) => input;

        protected override Tensor Call(Tensor x, in CallContext context) => x * factor;
    }

    sealed record Wave(double Length) : Activation
    {
        public override Tensor Apply(Tensor x) => (x / Length).Sin();
    }

    [Fact]
    public void Layers_and_activations_of_ones_own_travel_once_they_are_registered()
    {
        var model = new Sequential([new InputLayer(3), new Scale(1.5), new Dense(2, new Wave(2))]);
        Assert.Contains("CustomObjects.Register<Layer>(\"Scale\"", Assert.Throws<NotSupportedException>(() => model.Save(files["m.keras"])).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(files["m.keras"]));

        CustomObjects.Register<Layer>("Test>Scale", settings => new Scale(settings["factor"]!.GetValue<double>()), layer => layer is Scale scale ? new JsonObject { ["factor"] = scale.Factor } : null);
        CustomObjects.Register<Activation>("Test>Wave", settings => new Wave(settings["length"]!.GetValue<double>()), activation => activation is Wave wave ? new JsonObject { ["length"] = wave.Length } : null);
        model.Save(files["m.keras"]);
        var loaded = Model.Load(files["m.keras"]);
        Assert.Equal(1.5, Assert.IsType<Scale>(loaded.Layers[0]).Factor);
        Assert.Equal(new Wave(2), Assert.IsType<Dense>(loaded.Layers[1]).Activation);
        var x = Tensor.RandomNormal([4, 3]);
        Close.Same([model.Predict(x)], [loaded.Predict(x)]);
    }
}
