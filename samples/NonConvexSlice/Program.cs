using System.Text.Json;
using Thalweg;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Plots;

// The loss of a 6-20-1 sigmoid network as one weight moves: not convex. Once as it is meant, and once as an array of shape
// (150,) in place of the column (150, 1) makes it: the mean over all 150 × 150 pairs of a prediction and somebody's target.
using var file = JsonDocument.Parse(File.ReadAllText("data/sigmoid-network.json"));
Tensor Read(string name, params int[] shape) =>
    Tensor.From(file.RootElement.GetProperty(name).EnumerateArray().Select(number => number.GetDouble()).ToArray(), shape);

var model = new Sequential { DType = DType.Float64 };
model.Add(new InputLayer(6));
model.Add(new Dense(20, "sigmoid") { DType = DType.Float64 });
model.Add(new Dense(1, "sigmoid") { DType = DType.Float64 });
model.SetWeights([Read("kernel_0", 6, 20), Read("bias_0", 20), Read("kernel_1", 20, 1), Read("bias_1", 1)]);
var (x, y, places) = (Read("x", 150, 6), Read("y", 150), Read("places", 100).ToArray<double>());

Tensor Decay() => (model.Weights[0].Value.Square().Sum() + model.Weights[2].Value.Square().Sum()) * 1e-4;
Tensor Column() => new MeanSquaredError().Compute(y.Reshape([150, 1]), model.Apply(x)) + Decay();
Tensor Broadcast() => (model.Apply(x) - y).Square().Mean() + Decay();

var intended = Landscape.Slice(Column, model.Weights[0], [3, 9], places);
var mistaken = Landscape.Slice(Broadcast, model.Weights[0], [3, 9], places);
Console.WriteLine(FormattableString.Invariant($"intended {intended.Min():0.0000} to {intended.Max():0.0000}, mistaken {mistaken.Min():0.0000} to {mistaken.Max():0.0000}"));
LandscapeFigure.Slice(places, [("(150, 1) − (150, 1), intended", intended), ("(150, 1) − (150,), by mistake", mistaken)], "weight kernel[3, 9]")
    .SavePng("slice.png");
