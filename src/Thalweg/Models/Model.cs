using Thalweg.Callbacks;
using Thalweg.Catalogs;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Models;

/// <summary>A network that can be trained: <see cref="Compile"/> says by what, <see cref="Fit"/> trains, <see cref="Predict"/> uses it.</summary>
/// <remarks>Names, defaults and numbers are those of Keras 3. A model is a layer too, and may be part of another.</remarks>
public abstract class Model : Layer
{
    TracedFunction? predictor;
    CompiledModel? compiled;

    /// <summary>The layers, from input to output.</summary>
    public abstract IReadOnlyList<Layer> Layers { get; }

    /// <summary>What was logged in the last training; of a cancelled one, the epochs that were finished.</summary>
    public History History { get; private set; } = new();

    /// <summary>The optimiser that the model was compiled with; null before.</summary>
    public Optimizer? Optimizer => compiled?.Optimizer;

    /// <summary>The loss that the model was compiled with; null before.</summary>
    public Loss? Loss => compiled?.Loss;

    /// <summary>The metrics that the model was compiled with, those without weights first; none before.</summary>
    public IReadOnlyList<Metric> Metrics => compiled?.Metrics ?? [];

    /// <summary>Those of <see cref="Metrics"/> in which samples count by their weights.</summary>
    public IReadOnlyList<Metric> WeightedMetrics => compiled?.WeightedMetrics ?? [];

    /// <summary>Whether it was compiled to run without plans.</summary>
    public bool RunsEagerly => compiled?.IsEager ?? false;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Weights => [.. Layers.SelectMany(layer => layer.Weights)];

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> TrainableWeights => Trainable ? [.. Layers.SelectMany(layer => layer.TrainableWeights)] : [];

    /// <inheritdoc/>
    public override IEnumerable<RandomStream> RandomStreams => Layers.SelectMany(layer => layer.RandomStreams);

    internal override Action KeepRandom()
    {
        Action[] layers = [.. Layers.Select(layer => layer.KeepRandom())];
        return () => Array.ForEach(layers, restore => restore());
    }

    /// <inheritdoc/>
    public override IEnumerable<Tensor> Penalties() => Layers.SelectMany(layer => layer.Penalties());

    /// <summary>Says what the model is trained by. Each can be an object, or the name of one with default settings.</summary>
    /// <example><code>model.Compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);</code></example>
    /// <param name="optimizer">The rule that moves the weights.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="metrics">What else is measured.</param>
    /// <param name="weightedMetrics">What else is measured with each sample counting by its weight.</param>
    /// <param name="runEagerly">Whether every operation runs by itself in place of a plan: slower, but layers of one's own can be stepped through, and may look at values.</param>
    public void Compile(Optimizer optimizer, Loss loss, IReadOnlyList<Metric>? metrics = null, IReadOnlyList<Metric>? weightedMetrics = null, bool runEagerly = false)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        compiled = new CompiledModel(this, optimizer, loss, metrics ?? [], weightedMetrics ?? [], runEagerly);
    }

    /// <summary>Trains on samples and what is expected of them, for a number of epochs.</summary>
    /// <param name="x">The samples, (rows, …).</param>
    /// <param name="y">What is expected, a row for each sample.</param>
    /// <param name="epochs">The number of the epoch to stop before.</param>
    /// <param name="batchSize">Rows per step; the last batch of an epoch has what remains.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="validationSplit">The part of the rows, in [0, 1), that isn't trained on but tested after each epoch: the last ones, before shuffling.</param>
    /// <param name="validationData">Rows to test after each epoch, in place of a part of the others.</param>
    /// <param name="sampleWeight">How much each row counts in the loss, (rows).</param>
    /// <param name="classWeight">How much each class counts in the loss; 1 where it isn't listed.</param>
    /// <param name="initialEpoch">The number of the first epoch, where an earlier training goes on.</param>
    /// <param name="callbacks">Who is told how it goes.</param>
    /// <param name="verbose">How much is written on the console.</param>
    /// <param name="cancellation">Ends the training between two steps; the weights stay as the last whole step left them.</param>
    /// <returns>Loss and metrics of every epoch.</returns>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    /// <exception cref="ArgumentException">The data don't fit together or don't fit the model.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; <see cref="History"/> has the finished epochs.</exception>
    public History Fit(
        Tensor x,
        Tensor y,
        int epochs = 1,
        int batchSize = 32,
        bool shuffle = true,
        double validationSplit = 0,
        (Tensor X, Tensor Y)? validationData = null,
        Tensor? sampleWeight = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        IEnumerable<Callback>? callbacks = null,
        Verbosity verbose = Verbosity.Auto,
        CancellationToken cancellation = default)
    {
        var ready = Compiled("Fit");
        RequireRows(x, y, sampleWeight);
        Require.NotNegative(epochs);
        Require.NotNegative(initialEpoch);
        x = x.Cast(DType);
        (Samples, Batches)? validation = null;
        if (validationData is { } given)
        {
            RequireRows(given.X, given.Y, null);
            validation = (new Samples(given.X.Cast(DType), given.Y), new Batches(given.X.Shape[0], batchSize));
        }
        else if (Require.InUnitInterval(validationSplit) > 0)
        {
            var kept = (int)Math.Floor(x.Shape[0] * (1 - validationSplit));
            if (kept == 0 || kept == x.Shape[0])
            {
                throw new ArgumentException($"A validationSplit of {validationSplit} of {x.Shape[0]} rows leaves {kept} to train on and {x.Shape[0] - kept} to test on; both need at least one.", nameof(validationSplit));
            }
            validation = (new Samples(x[kept..], y[kept..], sampleWeight?[kept..]), new Batches(x.Shape[0] - kept, batchSize));
            (x, y, sampleWeight) = (x[..kept], y[..kept], sampleWeight?[..kept]);
        }
        if (classWeight is not null)
        {
            sampleWeight = ClassWeights.PerSample(y, classWeight, sampleWeight);
        }

        BuildFor(x.Shape.With(0, Shape.Unknown));
        ready.Prepare();
        var order = shuffle ? RandomSeed.NextStream() : null;
        var batches = new Batches(x.Shape[0], batchSize, order);
        History = new History();
        var training = new Training(Weights, ready.Optimizer)
        {
            Inside = ready.Inside,
            TrainableWeights = TrainableWeights,
            Epochs = epochs,
            InitialEpoch = initialEpoch,
            Streams = [.. order is null ? Array.Empty<RandomStream>() : [order], .. RandomStreams],
            StepsPerEpoch = batches.Count,
            MetricNames = [.. ready.Names, .. validation is null ? [] : ready.Names.Select(name => "val_" + name)],
        };
        var listeners = new List<Callback>(callbacks ?? []);
        if (verbose == Verbosity.Auto)
        {
            verbose = Console.IsOutputRedirected ? Verbosity.LinePerEpoch : Verbosity.Bar;
        }
        if (verbose != Verbosity.Silent)
        {
            listeners.Insert(0, new ProgressLogger(Console.Out, bar: verbose == Verbosity.Bar));
        }
        new TrainingLoop(ready, training, listeners, History).Run(new Samples(x, y, sampleWeight), batches, validation, initialEpoch, cancellation);
        return History;
    }

    /// <summary>Loss and metrics on samples, without training.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(
        Tensor x, Tensor y, int batchSize = 32, Tensor? sampleWeight = null, CancellationToken cancellation = default)
    {
        var ready = Compiled("Evaluate");
        RequireRows(x, y, sampleWeight);
        BuildFor(x.Shape.With(0, Shape.Unknown));
        ready.Prepare();
        return ready.Evaluate(new Samples(x.Cast(DType), y, sampleWeight), new Batches(x.Shape[0], batchSize), cancellation);
    }

    /// <summary>The outputs for samples, batch by batch.</summary>
    public Tensor Predict(Tensor x, int batchSize = 32, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0)
        {
            throw new ArgumentException("Predict takes (rows, …), but got a single number. Add an axis: x.Reshape([1, …]).", nameof(x));
        }
        if (!IsBuilt)
        {
            BuildFor(x.Shape.With(0, Shape.Unknown));
        }
        predictor ??= Plan.Trace(inputs => [Apply(inputs[0])]);
        if (x.Shape[0] <= batchSize && x.Shape[0] > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            return predictor.Run(x.Cast(DType))[0];
        }
        var samples = new Samples(x.Cast(DType));
        var batches = new Batches(samples.Rows, batchSize);
        var outputs = Tensor.Zeros(OutputShape(x.Shape), DType);
        for (var batch = 0; batch < batches.Count; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = batches[batch];
            predictor.For(samples.Like(rows.Length)).RunRows(samples.All, rows, outputs, batch * batchSize);
        }
        return outputs;
    }

    /// <summary>One step on one batch; the loss and metrics of that batch.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    public IReadOnlyDictionary<string, double> TrainOnBatch(Tensor x, Tensor y, Tensor? sampleWeight = null, IReadOnlyDictionary<int, double>? classWeight = null)
    {
        var ready = Compiled("TrainOnBatch");
        RequireRows(x, y, sampleWeight);
        BuildFor(x.Shape.With(0, Shape.Unknown));
        ready.Prepare();
        ready.Reset();
        var rows = new Batches(x.Shape[0], x.Shape[0]);
        ready.Train(new Samples(x.Cast(DType), y, classWeight is null ? sampleWeight : ClassWeights.PerSample(y, classWeight, sampleWeight)), rows[0]);
        return ready.Logs();
    }

    /// <summary>The values of all weights.</summary>
    public IReadOnlyList<Tensor> GetWeights() => [.. Weights.Select(weight => weight.Value)];

    /// <summary>Sets all weights; none where one doesn't fit.</summary>
    /// <exception cref="ArgumentException">There are too many or too few, or a shape differs.</exception>
    public void SetWeights(IReadOnlyList<Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var weights = Weights;
        if (values.Count != weights.Count)
        {
            throw new ArgumentException($"{ClassName} '{Name}' has {weights.Count} weights, but {values.Count} values were given{(IsBuilt ? "" : "; build it first, with an InputLayer or a call")}.", nameof(values));
        }
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Shape != weights[i].Shape)
            {
                throw new ArgumentException($"Weight {i}, '{weights[i].Path}', has shape {weights[i].Shape}, but the value has {values[i].Shape}.", nameof(values));
            }
        }
        for (var i = 0; i < values.Count; i++)
        {
            weights[i].Assign(values[i]);
        }
    }

    /// <summary>Writes the layers, their output shapes and their numbers of parameters as a table; on the console where no writer is given.</summary>
    public void Summary(TextWriter? output = null) => (output ?? Console.Out).Write(SummaryTable.Of(this));

    /// <summary>Drops the plans that were made for other layers; to be called where layers come or go.</summary>
    protected void ForgetPlans()
    {
        predictor = null;
        compiled?.ForgetPlans();
    }

    internal CompiledModel Compiled(string caller) => compiled
        ?? throw new InvalidOperationException($"{ClassName} '{Name}' isn't compiled. Call Compile(optimizer, loss) before {caller}.");

    internal static void RequireRows(Tensor x, Tensor y, Tensor? sampleWeight)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0 || x.Shape[0] != y.Shape[0])
        {
            throw new ArgumentException($"x has shape {x.Shape} and y {y.Shape}; the first axis must count the same samples in both.", nameof(y));
        }
        if (x.Shape[0] == 0)
        {
            throw new ArgumentException($"There are no samples: x has shape {x.Shape}.", nameof(x));
        }
        if (sampleWeight is not null && (sampleWeight.Rank == 0 || sampleWeight.Shape[0] != x.Shape[0]))
        {
            throw new ArgumentException($"sampleWeight has shape {sampleWeight.Shape}, but there are {x.Shape[0]} samples; one weight for each is expected.", nameof(sampleWeight));
        }
    }
}
