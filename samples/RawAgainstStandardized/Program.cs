using Thalweg;
using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Plots;

// The same network twice, from the same weights and with the same order of rows: once on the iris measurements as they are,
// once on standardised ones.
var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0).Shuffle(seed: 0);
var y = iris["target"].ToCategorical();
var raw = iris.Drop("target").ToTensor();
var standardized = (raw - raw.Mean(axis: 0)) / raw.Std(axis: 0);

var figure = LearningCurves.Compare([("raw inputs", Train(raw)), ("standardised inputs", Train(standardized))]);
figure.SavePng("standardized.png");

History Train(Tensor x)
{
    RandomSeed.Set(0);
    var model = new Sequential([new InputLayer(4), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(3, "softmax")]);
    model.Compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);
    var history = model.Fit(x, y, epochs: 100, batchSize: 30, verbose: Verbosity.Silent);
    Console.WriteLine(FormattableString.Invariant($"loss {history["loss"][^1]:0.00000}"));
    return history;
}
