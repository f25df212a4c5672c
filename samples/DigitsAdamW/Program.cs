using Thalweg;
using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Plots;
using Thalweg.Schedules;

const int Epochs = 40, BatchSize = 32;

RandomSeed.Set(0);
var (train, held) = Table.ReadCsv("data/digits.csv").Split(0.8, stratify: "target", seed: 0);
(Tensor X, Tensor Y) Prepare(Table table) => (table.Drop("target").ToTensor() / 16, table["target"].ToCategorical());
var (x, y) = Prepare(train);

var model = new Sequential([
    new InputLayer(64),
    new Dense(128, "relu") { KernelInitializer = "he_normal" },
    new Dropout(0.2),
    new Dense(64, "relu") { KernelInitializer = "he_normal" },
    new Dense(10, "softmax"),
]);
var schedule = new OneCycle(MaxLearningRate: 0.01, TotalSteps: Epochs * ((x.Shape[0] + BatchSize - 1) / BatchSize));
model.Compile(
    optimizer: new AdamW(schedule) { WeightDecay = 0.01, ExcludeFromWeightDecay = ["bias"], GlobalClipNorm = 1 },
    loss: "categorical_crossentropy",
    metrics: ["accuracy"]);
var stopping = new EarlyStopping("val_accuracy", patience: 15) { RestoreBestWeights = true };
var history = model.Fit(x, y, Epochs, BatchSize, validationData: Prepare(held), callbacks: [stopping]);

var result = model.Evaluate(Prepare(held).X, Prepare(held).Y);
Console.WriteLine(FormattableString.Invariant($"Best epoch {stopping.BestEpoch + 1}: validation accuracy {result["accuracy"]:0.0000}"));
history.Plot().SaveSvg("history.svg");
schedule.Plot((long)schedule.TotalSteps).SaveSvg("schedule.svg");
