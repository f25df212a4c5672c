using System.Globalization;
using Thalweg.Callbacks;
using Thalweg.Constraints;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Models;

public class KerasTrainingTests
{
    [Theory]
    [InlineData("train_iris_adam")]
    [InlineData("train_iris_adam_partial")]
    [InlineData("train_iris_sgd_val_cw")]
    [InlineData("train_iris_mse_sw")]
    [InlineData("train_iris_reg_bn")]
    public void A_training_that_Keras_recorded_comes_out_the_same(string name)
    {
        var file = ReferenceFile.Load(name);
        var (x, y, fit) = (file["x"].Array.ToTensor(), file["y"].Array.ToTensor(), file["fit"]);
        var model = Build(file);
        var batches = new List<IReadOnlyDictionary<string, double>>();
        var firstEpoch = true;
        var history = model.Fit(
            x, y, fit["epochs"].Integer, fit["batch_size"].Integer, shuffle: false,
            validationSplit: fit.Number("validation_split", 0),
            sampleWeight: fit.Has("sample_weight") ? fit["sample_weight"].Array.ToTensor() : null,
            classWeight: fit.Has("class_weight") ? fit["class_weight"].Names.ToDictionary(key => int.Parse(key, CultureInfo.InvariantCulture), key => fit["class_weight"][key].Number) : null,
            callbacks: [new LambdaCallback { BatchEnd = (_, _, logs) => { if (firstEpoch) batches.Add(logs); }, EpochEnd = (_, _, _) => firstEpoch = false }],
            verbose: Verbosity.Silent);

        foreach (var metric in file["history"].Names)
        {
            Near.Equal(file["history"][metric].Array.Data, history[metric].ToArray(), 2e-5, metric);
        }
        Assert.Equal(file["history"].Names.Order(), history.Metrics.Keys.Order());
        var recorded = file["first_epoch_batch_logs"].Items.ToArray();
        Assert.Equal(recorded.Length, batches.Count);
        for (var i = 0; i < recorded.Length; i++)
        {
            Near.Equal(recorded[i]["loss"].Number, batches[i]["loss"], 2e-5, $"loss after batch {i}");
        }
        foreach (var (weight, expected) in model.Weights.Zip(file["final_weights"].Items))
        {
            Near.Equal(expected["value"].Array.Data, weight.Value, 1e-4, expected["path"].Text);
        }
        foreach (var (own, expected) in model.Optimizer!.Variables.OrderBy(Key).Zip(file["optimizer_variables"].Items.OrderBy(node => Path(node["path"].Text), StringComparer.Ordinal)))
        {
            Near.Equal(expected["value"].Array.Data, own.Value, 1e-4, expected["path"].Text);
        }
        var evaluated = model.Evaluate(x, y);
        foreach (var metric in file["evaluate_batch32"].Names)
        {
            Near.Equal(file["evaluate_batch32"][metric].Number, evaluated[metric], 2e-5, "evaluate " + metric);
        }
        Near.Equal(file["predict_first5"].Array.Data, model.Predict(x[..5]), 1e-4, "predict");
    }

    static string Key(Variable variable) => Path(variable.Path);

    /// <summary>What Keras and the library number alike: the layer, the weight and the slot.</summary>
    static string Path(string path)
    {
        foreach (var layer in (string[])["d1", "d2", "bn"])
        {
            if (path.IndexOf(layer, StringComparison.Ordinal) is > 0 and var at)
            {
                return path[at..];
            }
        }
        return path[(path.LastIndexOf('/') + 1)..];
    }

    static Sequential Build(ReferenceNode file)
    {
        var model = new Sequential([new InputLayer(4), .. file["model_config"]["layers"].Items.Skip(1).Select(layer => Made(layer["class_name"].Text, layer["config"]))]);
        model.SetWeights([.. file["initial_weights"].Items.Select(weight => weight["value"].Array.ToTensor())]);
        var settings = file["optimizer_config"];
        var rate = settings["learning_rate"].Number;
        Optimizer optimizer = settings["name"].Text.StartsWith("adam_w", StringComparison.Ordinal)
            ? new AdamW(rate) { WeightDecay = settings["weight_decay"].Number, ClipNorm = settings["clipnorm"].Number }
            : settings.Has("rho")
            ? new RmsProp(rate) { Rho = settings["rho"].Number, Momentum = settings["momentum"].Number, Epsilon = settings["epsilon"].Number }
            : settings.Has("beta_1")
            ? new Adam(rate) { Beta1 = settings["beta_1"].Number, Beta2 = settings["beta_2"].Number, Epsilon = settings["epsilon"].Number }
            : new Sgd(rate, settings["momentum"].Number, settings["nesterov"].Flag);
        var compile = file["compile"];
        Loss loss = compile["loss"].IsText ? compile["loss"].Text : new Thalweg.Losses.SparseCategoricalCrossentropy(FromLogits: compile["loss"]["config"]["from_logits"].Flag);
        model.Compile(optimizer, loss, [.. compile["metrics"].Items.Select(metric => (Metric)metric.Text)], Listed(compile, "weighted_metrics"));
        return model;
    }

    static Layer Made(string className, ReferenceNode config)
    {
        double Setting(string owner, string name) => config.Has(owner) && !config[owner].IsNull ? config[owner]["config"][name].Number : 0;
        Layer layer = className switch
        {
            "Dense" => new Dense(config["units"].Integer, config["activation"].Text)
            {
                KernelRegularizer = Setting("kernel_regularizer", "l2") is > 0 and var weights ? new L2(weights) : null,
                ActivityRegularizer = Setting("activity_regularizer", "l2") is > 0 and var outputs ? new L2(outputs) : null,
                KernelConstraint = Setting("kernel_constraint", "max_value") is > 0 and var most ? new MaxNorm(most) : null,
            },
            "BatchNormalization" => new BatchNormalization(config["axis"].Integer) { Momentum = config["momentum"].Number, Epsilon = config["epsilon"].Number },
            _ => new ActivationLayer(config["activation"].Text),
        };
        layer.Name = config["name"].Text;
        return layer;
    }

    static Metric[] Listed(ReferenceNode compile, string name) => compile.Has(name) ? [.. compile[name].Items.Select(metric => (Metric)metric.Text)] : [];
}
