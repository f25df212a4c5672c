using Thalweg;
using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Descents;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Plots;

// A training seen in the plane of its path's two principal components, and how the loss bends where it ended.
RandomSeed.Set(0);
var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0).Shuffle();
var y = iris["target"].ToCategorical();
var x = iris.Drop("target").ToTensor();
x = (x - x.Mean(axis: 0)) / x.Std(axis: 0);

var model = new Sequential([new InputLayer(4), new Dense(32, "tanh"), new Dense(32, "tanh"), new Dense(3, "softmax")]);
model.Compile(new Sgd(0.1, momentum: 0.9), loss: "categorical_crossentropy");
var recorder = new WeightRecorder();
model.Fit(x, y, epochs: 40, batchSize: 30, callbacks: [recorder], verbose: Verbosity.Silent);

var plane = WeightPlane.Principal(recorder.Path);
var losses = Landscape.Plane(Landscape.LossOf(model, x, y), model.TrainableWeights, plane, plane.Around());
LandscapeFigure.Plane(losses, plane.Around(), plane).SavePng("plane.png");

var curvature = Curvature.Of(model, x, y);
var limit = StabilityLimit.Of(curvature, model.Optimizer!);
Console.WriteLine(limit);
Console.WriteLine(FormattableString.Invariant($"trace {curvature.Trace().Value:0.000}, {curvature.Products} products"));
SpectrumFigure.Of(curvature.Density(), curvature.Eigenvalues(greatest: 6, least: 2).Values, limit).SavePng("spectrum.png");
