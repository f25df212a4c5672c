using System.Diagnostics;
using Thalweg.Activations;
using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Lab.Trainings;

/// <summary>One training: the network that the settings describe, fitted to the data.</summary>
sealed class TrainingRun
{
    readonly TrainingData data;
    readonly OutputForm form;
    SavedModel.OrderKeeper order = new(null);
    int earlier;

    TrainingRun(TrainingData data, TrainSettings settings, OutputForm form, Sequential model)
    {
        (this.data, this.form) = (data, form);
        Settings = settings;
        Model = model;
    }

    /// <summary>The settings, with what was inferred in the place of "auto" and of what wasn't given.</summary>
    public TrainSettings Settings { get; }

    public Sequential Model { get; }

    /// <summary>Builds and compiles the network. The same seed begins with the same weights.</summary>
    /// <exception cref="UserErrorException">A name is unknown, or the loss doesn't suit the target.</exception>
    public static TrainingRun Prepare(TrainingData data, TrainSettings settings)
    {
        bool classes = data.IsClassification;
        string lossName = settings.Loss ?? (classes ? "categorical_crossentropy" : "mse");
        IReadOnlyList<string> metricNames = settings.Metrics ?? (classes ? ["accuracy"] : ["mae"]);
        if (!classes && metricNames.FirstOrDefault(name => name.Contains("acc", StringComparison.OrdinalIgnoreCase)) is { } accuracy)
            throw new UserErrorException($"--metrics {accuracy}: an accuracy counts classes, and the target holds numbers; take mse or mae, or --task classification.");

        var optimizer = Named("optimizer", settings.Optimizer, Optimizer.FromName);
        if (settings.LearningRate is { } rate)
            optimizer.LearningRate = rate;
        if (settings.Schedule is { } schedule)
            optimizer.LearningRate = Named("schedule", schedule, Schedule.FromName);
        var loss = Named("loss", lossName, Loss.FromName);
        Metric[] metrics = [.. metricNames.Select(name => Named("metrics", name, known => (Metric)known))];
        Named("activation", settings.Activation, Activation.FromName);
        if (settings.Initializer is { } initializer)
            Named("initializer", initializer, Initializer.FromName);

        RandomSeed.Set(settings.Seed);
        var form = OutputForm.For(classes ? data.Encoder.ClassNames.Count : 0, loss);
        var model = new Sequential([
            new InputLayer(data.X.Shape[1]),
            .. settings.Layers.Select(units => settings.Initializer is null ? new Dense(units, settings.Activation) : new Dense(units, settings.Activation) { KernelInitializer = settings.Initializer }),
            new Dense(form.Units, form.Activation),
        ]);
        model.Compile(optimizer, loss, metrics);
        return new TrainingRun(data, settings with
        {
            Task = classes ? TrainSettings.Classification : TrainSettings.Regression,
            Loss = lossName,
            Metrics = metricNames,
            LearningRate = optimizer.LearningRate.At(0),
        }, form, model);
    }

    /// <summary>Goes on with a saved network, by what it was trained by: optimiser, loss and metrics of the file hold.</summary>
    /// <exception cref="UserErrorException">The file says nothing about training, or was trained for another target.</exception>
    public static TrainingRun Resume(TrainingData data, TrainSettings settings, SavedModel saved)
    {
        if (saved.Model is not { Optimizer: { } optimizer, Loss: { } loss })
            throw new UserErrorException($"--resume {saved.Path}: the network was saved without what it is trained by.");
        return new TrainingRun(data, settings with
        {
            Task = data.IsClassification ? TrainSettings.Classification : TrainSettings.Regression,
            Optimizer = optimizer.Name,
            Loss = loss.Name,
            Metrics = [.. saved.Model.Metrics.Select(metric => metric.Name)],
            LearningRate = optimizer.LearningRate.At(optimizer.Iterations),
        }, saved.Form, saved.Model)
        { order = new SavedModel.OrderKeeper(saved.Order), earlier = saved.Epochs };
    }

    /// <summary>Writes the network with what it takes to use it on raw rows.</summary>
    public void Save(string path) => SavedModel.Save(path, this, data, earlier + Model.History.Epochs.Count, order.Order);

    /// <summary>Trains until the last epoch, or until it is stopped; then the history has the epochs that were finished.</summary>
    /// <exception cref="UserErrorException">The layers don't fit each other, as after an activation that changes the number of outputs.</exception>
    public TrainResult Fit(Callback progress, CancellationToken cancellation) => Fit([progress], cancellation);

    /// <summary>Trains, telling several of it in their order.</summary>
    /// <exception cref="UserErrorException">The layers don't fit each other.</exception>
    public TrainResult Fit(IReadOnlyList<Callback> callbacks, CancellationToken cancellation)
    {
        // A seed of its own: the order of rows must not depend on how many random numbers the layers drew.
        RandomSeed.Set(~Settings.Seed);
        (Tensor X, Tensor Y)? validation = data.Validation is { } held ? (held.X, form.Target(held.Y)) : null;
        long start = Stopwatch.GetTimestamp();
        bool interrupted = false;
        try
        {
            Model.Fit(data.X, form.Target(data.Y), Settings.Epochs, Settings.BatchSize, validationData: validation,
                classWeight: Weights(), callbacks: [.. callbacks, order], verbose: Verbosity.Silent, cancellation: cancellation);
        }
        catch (OperationCanceledException)
        {
            interrupted = true;
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException(TrainingData.WithoutParameter(fault), fault);
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var history = Model.History.Metrics;
        return new TrainResult(Settings, history, history.ToDictionary(values => values.Key, values => values.Value[^1]), seconds) { Interrupted = interrupted };
    }

    /// <summary>Trains briefly, and looks for what is wrong.</summary>
    /// <exception cref="UserErrorException">There are too few rows, the layers don't fit each other, or the optimiser can't be tried out.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public Diagnosis Diagnose(IProgress<string>? progress, CancellationToken cancellation)
    {
        var options = new DiagnosisOptions
        {
            Epochs = Settings.Epochs,
            BatchSize = Settings.BatchSize,
            ClassWeight = Weights(),
            ValidationData = data.Validation is { } held ? (held.X, form.Target(held.Y)) : null,
            InputNames = data.InputNames,
            ClassNames = data.IsClassification ? data.Encoder.ClassNames : null,
            Seed = ~Settings.Seed,
        };
        try
        {
            return Model.Diagnose(data.X, form.Target(data.Y), options, progress, cancellation);
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException(TrainingData.WithoutParameter(fault), fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new UserErrorException($"--optimizer {Settings.Optimizer}: {fault.Message}", fault);
        }
    }

    /// <summary>The classes that the network gives to rows, and those they have.</summary>
    public ConfusionMatrix Confusion((Tensor X, Tensor Y) rows) =>
        new(data.Encoder.ClassNames, rows.Y.ArgMax(axis: -1).ToArray<int>(), form.Predicted!(Model.Predict(rows.X)));

    /// <summary>The loss of the model on the training rows, as a function of its weights.</summary>
    public Func<Tensor> LossOnRows() => Landscape.LossOf(Model, data.X, form.Target(data.Y));

    /// <summary>The network's outputs for rows as probabilities of the classes, (rows, classes).</summary>
    public Tensor Probabilities(Tensor x)
    {
        var outputs = Model.Predict(x);
        var probabilities = form.Activation != "linear" ? outputs : form.Units == 1 ? outputs.Sigmoid() : outputs.Softmax();
        return form.Units == 1 ? Tensor.Concat([1 - probabilities, probabilities], axis: 1) : probabilities;
    }

    /// <summary>n / (k nᵢ) for each class, where classes are balanced.</summary>
    Dictionary<int, double>? Weights()
    {
        if (Settings.BalanceClasses != true || !data.IsClassification)
            return null;
        var counts = data.Y.Sum(axis: 0).ToArray<double>();
        double rows = counts.Sum();
        return counts.Select((count, i) => (i, Weight: count > 0 ? rows / (counts.Length * count) : 1)).ToDictionary(pair => pair.i, pair => pair.Weight);
    }

    static T Named<T>(string option, string name, Func<string, T> make)
    {
        try
        {
            return make(name);
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException($"--{option} {name}: {TrainingData.WithoutParameter(fault)}", fault);
        }
    }
}
