using Thalweg;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Plots;

RandomSeed.Set(0);
var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0).Shuffle();
var y = iris["target"].ToCategorical();
var x = iris.Drop("target").ToTensor();
x = (x - x.Mean(axis: 0)) / x.Std(axis: 0);

var model = new Sequential([
    new InputLayer(4),
    new Dense(256, "relu"),
    new Dense(256, "relu"),
    new Dense(256, "relu"),
    new Dense(3, "softmax"),
]);
model.Summary();
model.Compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);
var history = model.Fit(x, y, epochs: 100, batchSize: 30);
history.Plot().SaveSvg("history.svg");
