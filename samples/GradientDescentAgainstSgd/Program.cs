using Thalweg;
using Thalweg.Data;
using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;
using Thalweg.Plots;

// Twenty points of two classes, a logistic regression of two weights, and four ways down from one start.
var table = Table.ReadCsv("data/two-classes.csv");
var cost = new LogisticRegression(table.Drop("label").ToTensor(DType.Float64), table["label"].ToTensor(DType.Float64), lambda: 0.1);
var start = Tensor.Of(1.0, -3);

// 50 epochs each: a step of gradient descent sees all samples, one of SGD sees four.
Trajectory[] paths =
[
    Descent.Run(cost, start, new Sgd(0.2), steps: 50),
    Descent.Run(cost, start, new Sgd(0.2), steps: 250, batchSize: 4, seed: 1),
    Descent.Run(cost, start, new Sgd(0.05, momentum: 0.9), steps: 50),
    Descent.Run(cost, start, new Adam(0.3), steps: 50),
];
foreach (var path in paths)
{
    Console.WriteLine(path);
}
var limit = StabilityLimit.Of(Curvature.Of(cost, cost.Minimisers[0]), new Sgd(0.2));
Console.WriteLine($"At the optimum, gradient descent: {limit}");
DescentFigure.Of(paths, ["gradient descent", "SGD, four samples a step", "momentum", "Adam"]).SavePng("descents.png");
