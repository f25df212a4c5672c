using Thalweg.Callbacks;
using Thalweg.Catalogs;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Models;

/// <summary>A network that can be trained: <c>Compile</c> says by what, <c>Fit</c> trains, <c>Predict</c> uses it.</summary>
/// <remarks>Names, defaults and numbers are those of Keras 3. A model is a layer too, and may be part of another.</remarks>
public abstract class Model : Layer
{
    TracedFunction? predictor;
    CompiledModel? compiled;

    /// <summary>The layers, from input to output.</summary>
    public abstract IReadOnlyList<Layer> Layers { get; }

    /// <summary>The names of what goes in, in the order in which data is given.</summary>
    public virtual IReadOnlyList<string> InputNames => ["input"];

    /// <summary>The names of what comes out, in the order of what is expected and predicted.</summary>
    public virtual IReadOnlyList<string> OutputNames => ["output"];

    /// <summary>What was logged in the last training; of a cancelled one, the epochs that were finished.</summary>
    public History History { get; private set; } = new();

    /// <summary>The optimiser that the model was compiled with; null before.</summary>
    public Optimizer? Optimizer => compiled?.Optimizer;

    /// <summary>The loss that the model was compiled with; null before, and where its outputs have different ones.</summary>
    public Loss? Loss => Trainings.Select(output => output.Loss).Distinct().Count() == 1 ? Trainings[0].Loss : null;

    /// <summary>What each output is trained and measured by, in the order of <see cref="OutputNames"/>; none before the model is compiled.</summary>
    public IReadOnlyList<OutputTraining> Trainings => compiled?.Outputs ?? [];

    /// <summary>The metrics that the model was compiled with, those without weights first; none before.</summary>
    public IReadOnlyList<Metric> Metrics => compiled?.Metrics ?? [];

    /// <summary>Those of <see cref="Metrics"/> in which samples count by their weights.</summary>
    public IReadOnlyList<Metric> WeightedMetrics => compiled?.WeightedMetrics ?? [];

    /// <summary>Whether it was compiled to run without plans.</summary>
    public bool RunsEagerly => compiled?.IsEager ?? false;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Weights => [.. Layers.SelectMany(layer => layer.Weights).Distinct()];

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> TrainableWeights => Trainable ? [.. Layers.SelectMany(layer => layer.TrainableWeights).Distinct()] : [];

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
        ArgumentNullException.ThrowIfNull(loss);
        if (OutputNames.Count > 1 && (metrics is { Count: > 0 } || weightedMetrics is { Count: > 0 }))
        {
            throw new ArgumentException($"{ClassName} '{Name}' has the outputs {string.Join(", ", OutputNames)}: say which metrics measure which, metrics: new() {{ [\"{OutputNames[0]}\"] = [\"accuracy\"] }}.", nameof(metrics));
        }
        Compile(optimizer, [.. OutputNames.Select(name => new OutputTraining(name, loss, null, metrics ?? [], weightedMetrics ?? []))], runEagerly);
    }

    /// <summary>Says what a model with several outputs is trained by, each by its name: the sum of their losses, each times its weight, is made small.</summary>
    /// <example><code>
    /// var a = Input.Of(4);
    /// var model = new Functional([a], [new Dense(1, "sigmoid") { Name = "yes" }.Apply(a), new Dense(3, "softmax") { Name = "which" }.Apply(a)]);
    /// model.Compile("adam", losses: new() { ["yes"] = "binary_crossentropy", ["which"] = "categorical_crossentropy" }, lossWeights: new() { ["yes"] = 0.5 });
    /// </code></example>
    /// <param name="optimizer">The rule that moves the weights.</param>
    /// <param name="losses">What is made small, for each output; one that isn't named isn't trained by itself.</param>
    /// <param name="lossWeights">What losses are multiplied with; 1 where it isn't given.</param>
    /// <param name="metrics">What else is measured, for each output.</param>
    /// <param name="weightedMetrics">What else is measured with each sample counting by its weight, for each output.</param>
    /// <param name="runEagerly">Whether every operation runs by itself in place of a plan.</param>
    /// <exception cref="ArgumentException">The model has no output of a name, or no output has a loss.</exception>
    public void Compile(
        Optimizer optimizer,
        Dictionary<string, Loss> losses,
        Dictionary<string, double>? lossWeights = null,
        Dictionary<string, IReadOnlyList<Metric>>? metrics = null,
        Dictionary<string, IReadOnlyList<Metric>>? weightedMetrics = null,
        bool runEagerly = false)
    {
        ArgumentNullException.ThrowIfNull(losses);
        Compile(optimizer, OutputTraining.Of(this, losses, lossWeights ?? [], metrics ?? [], weightedMetrics ?? []), runEagerly);
    }

    void Compile(Optimizer optimizer, IReadOnlyList<OutputTraining> outputs, bool runEagerly)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        compiled = new CompiledModel(this, optimizer, outputs, runEagerly);
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
        (IReadOnlyList<Tensor>, IReadOnlyList<Tensor>)? validation = validationData is { } given ? ([given.X], [given.Y]) : null;
        return Fit([x], [y], epochs, batchSize, shuffle, validationSplit, validation, List(sampleWeight), classWeight, initialEpoch, callbacks, verbose, cancellation);
    }

    /// <summary>Trains a model with any number of inputs and outputs on samples and what is expected of them, for a number of epochs.</summary>
    /// <example><code>
    /// var (a, b) = (Input.Of(4, name: "a"), Input.Of(3, name: "b"));
    /// var model = new Functional([a, b], [new Dense(2, "softmax").Apply(new Concatenate().Apply([a, b]))]);
    /// model.Compile("adam", "categorical_crossentropy");
    /// model.Fit([Tensor.Ones([8, 4]), Tensor.Ones([8, 3])], [Tensor.Ones([8, 2])], epochs: 2);
    /// </code></example>
    /// <param name="x">The samples: a tensor (rows, …) for each input, in the order of <see cref="InputNames"/>.</param>
    /// <param name="y">What is expected: a tensor with a row for each sample for each output, in the order of <see cref="OutputNames"/>.</param>
    /// <param name="epochs">The number of the epoch to stop before.</param>
    /// <param name="batchSize">Rows per step; the last batch of an epoch has what remains.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own.</param>
    /// <param name="validationSplit">The part of the rows, in [0, 1), that isn't trained on but tested after each epoch: the last ones, before shuffling.</param>
    /// <param name="validationData">Rows to test after each epoch, in place of a part of the others.</param>
    /// <param name="sampleWeights">How much each row counts in the loss, (rows): one tensor for all outputs, or one for each.</param>
    /// <param name="classWeight">How much each class counts in the loss of a model with one output; 1 where it isn't listed.</param>
    /// <param name="initialEpoch">The number of the first epoch, where an earlier training goes on.</param>
    /// <param name="callbacks">Who is told how it goes.</param>
    /// <param name="verbose">How much is written on the console.</param>
    /// <param name="cancellation">Ends the training between two steps; the weights stay as the last whole step left them.</param>
    /// <returns>Loss and metrics of every epoch: <c>loss</c>; with several outputs the loss of each, as <c>yes_loss</c>, and metrics as <c>yes_accuracy</c>.</returns>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    /// <exception cref="ArgumentException">The data don't fit together or don't fit the model.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; <see cref="History"/> has the finished epochs.</exception>
    public History Fit(
        IReadOnlyList<Tensor> x,
        IReadOnlyList<Tensor> y,
        int epochs = 1,
        int batchSize = 32,
        bool shuffle = true,
        double validationSplit = 0,
        (IReadOnlyList<Tensor> X, IReadOnlyList<Tensor> Y)? validationData = null,
        IReadOnlyList<Tensor>? sampleWeights = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        IEnumerable<Callback>? callbacks = null,
        Verbosity verbose = Verbosity.Auto,
        CancellationToken cancellation = default)
    {
        var ready = Compiled("Fit");
        var data = SampleChecks.Of(this, x, y, sampleWeights ?? []);
        Require.NotNegative(epochs);
        Require.NotNegative(initialEpoch);
        (Samples, Batches)? validation = null;
        if (validationData is { } given)
        {
            var held = SampleChecks.Of(this, given.X, given.Y, []);
            validation = (held, new Batches(held.Rows, batchSize));
        }
        else if (Require.InUnitInterval(validationSplit) > 0)
        {
            var kept = (int)Math.Floor(data.Rows * (1 - validationSplit));
            if (kept == 0 || kept == data.Rows)
            {
                throw new ArgumentException($"A validationSplit of {validationSplit} of {data.Rows} rows leaves {kept} to train on and {data.Rows - kept} to test on; both need at least one.", nameof(validationSplit));
            }
            validation = (data[kept..], new Batches(data.Rows - kept, batchSize));
            data = data[..kept];
        }
        data = Weighted(data, classWeight);

        Ready(ready, data);
        var order = shuffle ? RandomSeed.NextStream() : null;
        var batches = new Batches(data.Rows, batchSize, order);
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
        new TrainingLoop(ready, training, listeners, History).Run(data, batches, validation, initialEpoch, cancellation);
        return History;
    }

    /// <summary>Loss and metrics on samples, without training.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(
        Tensor x, Tensor y, int batchSize = 32, Tensor? sampleWeight = null, CancellationToken cancellation = default) =>
        Evaluate([x], [y], batchSize, List(sampleWeight), cancellation);

    /// <summary>Loss and metrics of a model with any number of inputs and outputs, without training.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    /// <exception cref="ArgumentException">The data don't fit together or don't fit the model.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(
        IReadOnlyList<Tensor> x, IReadOnlyList<Tensor> y, int batchSize = 32, IReadOnlyList<Tensor>? sampleWeights = null, CancellationToken cancellation = default)
    {
        var ready = Compiled("Evaluate");
        var data = SampleChecks.Of(this, x, y, sampleWeights ?? []);
        Ready(ready, data);
        return ready.Evaluate(data, new Batches(data.Rows, batchSize), cancellation);
    }

    /// <summary>The outputs for samples, batch by batch.</summary>
    public Tensor Predict(Tensor x, int batchSize = 32, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Predict([x], batchSize, cancellation) is [var only] ? only
            : throw new ArgumentException($"{ClassName} '{Name}' has the outputs {string.Join(", ", OutputNames)}: Predict([x]) gives all of them.", nameof(x));
    }

    /// <summary>All outputs for the samples of all inputs, batch by batch, in the order of <see cref="OutputNames"/>.</summary>
    /// <exception cref="ArgumentException">There are too many or too few tensors, or one has a shape that its input doesn't take.</exception>
    public IReadOnlyList<Tensor> Predict(IReadOnlyList<Tensor> x, int batchSize = 32, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Count > 0 && x[0].Rank == 0)
        {
            throw new ArgumentException("Predict takes (rows, …), but got a single number. Add an axis: x.Reshape([1, …]).", nameof(x));
        }
        var samples = new Samples(SampleChecks.Inputs(this, x), [], []);
        if (!IsBuilt)
        {
            BuildFor([.. x.Select(input => input.Shape.With(0, Shape.Unknown))]);
        }
        predictor ??= Plan.Trace(inputs => [.. ApplyAll(inputs)]);
        if (samples.Rows <= batchSize && samples.Rows > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            return predictor.Run(samples.All);
        }
        var batches = new Batches(samples.Rows, batchSize);
        Tensor[] outputs = [.. OutputShapes([.. x.Select(input => input.Shape)]).Select((shape, i) => Tensor.Zeros(shape, OutputType(i)))];
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
    public IReadOnlyDictionary<string, double> TrainOnBatch(Tensor x, Tensor y, Tensor? sampleWeight = null, IReadOnlyDictionary<int, double>? classWeight = null) =>
        TrainOnBatch([x], [y], List(sampleWeight), classWeight);

    /// <summary>One step of a model with any number of inputs and outputs on one batch; the loss and metrics of that batch.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    /// <exception cref="ArgumentException">The data don't fit together or don't fit the model.</exception>
    public IReadOnlyDictionary<string, double> TrainOnBatch(
        IReadOnlyList<Tensor> x, IReadOnlyList<Tensor> y, IReadOnlyList<Tensor>? sampleWeights = null, IReadOnlyDictionary<int, double>? classWeight = null)
    {
        var ready = Compiled("TrainOnBatch");
        var data = Weighted(SampleChecks.Of(this, x, y, sampleWeights ?? []), classWeight);
        Ready(ready, data);
        ready.Reset();
        ready.Train(data, new Batches(data.Rows, data.Rows)[0]);
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

    /// <summary>The type that an input is converted to.</summary>
    private protected virtual DType InputType(int input) => DType;

    /// <summary>The type that an output has.</summary>
    private protected virtual DType OutputType(int output) => DType;

    internal DType TypeOfInput(int input) => InputType(input);

    void Ready(CompiledModel ready, Samples data)
    {
        BuildFor([.. data.Parts.X.Select(input => input.Shape.With(0, Shape.Unknown))]);
        ready.Prepare();
    }

    /// <summary>Data whose rows count by their classes.</summary>
    Samples Weighted(Samples data, IReadOnlyDictionary<int, double>? classWeight)
    {
        if (classWeight is null)
        {
            return data;
        }
        return data.Parts is { Y: [var y] } parts ? data.WithWeights(ClassWeights.PerSample(y, classWeight, parts.WeightOf(0)))
            : throw new ArgumentException($"classWeight is for models with one output, but {ClassName} '{Name}' has {string.Join(", ", OutputNames)}. Give sampleWeights, one for each output.", nameof(classWeight));
    }

    static IReadOnlyList<Tensor> List(Tensor? sampleWeight) => sampleWeight is null ? [] : [sampleWeight];
}
