using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Plans;
using Thalweg.Schedules;

namespace Thalweg.Descents;

/// <summary>What checks look at: the model, its data, a brief training as it was given, and trainings with something changed.</summary>
sealed class Examination : IDisposable
{
    const int MostRowsLookedAt = 1024, FlowLooks = 20, StabilityRows = 256, StabilityProducts = 40;

    readonly KeptState kept;
    readonly CancellationToken cancellation;
    LearningRateRange? range;
    (Trial Trial, TrialResult Result) last;

    public Examination(Model model, CompiledModel compiled, Tensor x, Tensor y, DiagnosisOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        (Model, Compiled, Options, Progress, this.cancellation) = (model, compiled, options, progress, cancellation);
        model.BuildFor(x.Shape.With(0, Shape.Unknown));
        x = x.Cast(model.TypeOfInput(0));
        AllX = x;
        AllY = y;
        var like = compiled.Like();
        like.Prepare();
        kept = new KeptState(model, like, new Samples(x, y), options.BatchSize);
        Given = Split(x, y) with { Loss = compiled.Loss, Shuffle = options.Shuffle, ClassWeight = options.ClassWeight };
        Baseline = Run("the training as it is", Given);
    }

    public Model Model { get; }

    public CompiledModel Compiled { get; }

    public DiagnosisOptions Options { get; }

    public IProgress<string>? Progress { get; }

    /// <summary>All rows in their own order.</summary>
    public Tensor AllX { get; }

    public Tensor AllY { get; }

    /// <summary>The training as it was given, with the remedies of what was found already.</summary>
    public Trial Given { get; private set; }

    /// <summary>What that gave.</summary>
    public TrialResult Baseline { get; private set; }

    /// <summary>The range test on the training rows, made when it is first asked for.</summary>
    public LearningRateRange Range
    {
        get
        {
            if (range is null)
            {
                Progress?.Report("learning-rate range test");
                kept.Restore();
                var undo = Given.Change?.Invoke(Model);
                try
                {
                    range = RangeTest.Run(Model, Compiled.Like(Given.Loss), Given.X, Given.Y, Options.BatchSize, cancellation: cancellation);
                }
                finally
                {
                    undo?.Invoke();
                    kept.Restore();
                }
            }
            return range;
        }
    }

    /// <summary>The learning rate in use.</summary>
    public double LearningRate => Given.LearningRate ?? Compiled.Optimizer.LearningRate.At(Compiled.Optimizer.Iterations);

    /// <summary>The layers with weights or activations, flat, from input to output.</summary>
    public IReadOnlyList<Layer> Layers => [.. Leaves(Model)];

    /// <summary>The activation that the model ends in; null where none is to be seen.</summary>
    public IActivated? OutputActivation => Layers.OfType<IActivated>().LastOrDefault() is { } last && ReferenceEquals(last, Layers[^1]) ? last : null;

    /// <summary>How an input is called.</summary>
    public string InputName(int i) => Options.InputNames is { } names && i < names.Count ? $"'{names[i]}'" : $"input {i}";

    /// <summary>How a class is called.</summary>
    public string ClassName(int i) => Options.ClassNames is { } names && i < names.Count ? $"'{names[i]}'" : $"class {i}";

    /// <summary>Trains from the model's weights, with the same order of rows each time, and puts everything back.</summary>
    public TrialResult Run(string name, Trial trial)
    {
        Progress?.Report(name);
        kept.Restore();
        var undo = trial.Change?.Invoke(Model);
        try
        {
            RandomSeed.Set(Options.Seed);
            last = (trial, Train(trial));
            return last.Result;
        }
        finally
        {
            undo?.Invoke();
            kept.Restore();
        }
    }

    /// <summary>Takes over the remedy that was tried last: what is found from here on is found beside it, not because of what it mends.</summary>
    public void Adopt() => (Given, Baseline, range) = (last.Trial, last.Result, null);

    /// <summary>The training with another change of the model, after those that it has.</summary>
    public Trial Changed(Func<Model, Action> change) => Given with { Change = Given.Change is { } before ? Checks.ModelChanges.Both(before, change) : change };

    /// <summary>What a remedy changed in the loss on held-back rows.</summary>
    public Effect OnHeldLoss(TrialResult after) => new($"loss on {Given.Held.X.Shape[0]} held-back rows after {Options.Epochs} epochs", Baseline.HeldLoss, after.HeldLoss, LowerIsBetter: true);

    /// <summary>What a remedy changed in the loss on the training rows.</summary>
    public Effect OnLoss(TrialResult after) => new($"training loss after {Options.Epochs} epochs", Baseline.Loss, after.Loss, LowerIsBetter: true);

    /// <summary>What a remedy changed in the accuracy.</summary>
    public Effect OnAccuracy(TrialResult after) => new(
        $"accuracy on {Given.Held.X.Shape[0]} held-back rows after {Options.Epochs} epochs", Baseline.Classes?.Accuracy ?? double.NaN, after.Classes?.Accuracy ?? double.NaN, LowerIsBetter: false);

    /// <summary>The losses of the training as it was given beside those with a remedy.</summary>
    public Chart LossChart(string remedy, TrialResult after)
    {
        ChartLine Line(string name, TrialResult result) => new(name, [.. Enumerable.Range(0, result.Losses.Count + 1).Select(i => (double)i)], [result.StartLoss, .. result.Losses]);
        ChartLine[] lines = [Line("as it is", Baseline), Line(remedy, after)];
        var finite = lines.SelectMany(line => line.Y).Where(double.IsFinite).ToArray();
        var logarithmic = finite.Length > 0 && finite.Min() > 0 && finite.Max() / finite.Min() > 10;
        return new Chart("training loss", "epoch", logarithmic, lines);
    }

    public void Dispose() => kept.Dispose();

    Trial Split(Tensor x, Tensor y)
    {
        Trial Of(Tensor x, Tensor y, (Tensor, Tensor) held) => new() { X = x, Y = y, Held = held, Loss = Compiled.Loss };
        if (Options.ValidationData is { } given)
        {
            SampleChecks.RequireRows(given.X, given.Y, null);
            return Of(x, y, (given.X.Cast(Model.TypeOfInput(0)), given.Y));
        }
        var rows = x.Shape[0];
        if (Options.ValidationSplit > 0)
        {
            var keptRows = (int)Math.Floor(rows * (1 - Options.ValidationSplit));
            return Of(x[..keptRows], y[..keptRows], (x[keptRows..], y[keptRows..]));
        }
        return HeldAtRandom(x, y, 0.2, Of);
    }

    /// <summary>The rows with a part of them held back at random.</summary>
    public Trial HeldAtRandom(double part) => HeldAtRandom(AllX, AllY, part, (x, y, held) => Given with { X = x, Y = y, Held = held });

    Trial HeldAtRandom(Tensor x, Tensor y, double part, Func<Tensor, Tensor, (Tensor, Tensor), Trial> of)
    {
        var rows = x.Shape[0];
        var order = new RandomStream(Options.Seed).Permutation(rows);
        var held = Math.Clamp((int)Math.Round(rows * part), 1, rows - 1);
        // The rows that stay keep their order: whether they are shuffled is a question of its own.
        var (stay, go) = (Tensor.From([.. order[held..].Order()]), Tensor.From(order[..held]));
        return of(x.Gather(stay), y.Gather(stay), (x.Gather(go), y.Gather(go)));
    }

    TrialResult Train(Trial trial)
    {
        var compiled = Compiled.Like(trial.Loss);
        compiled.Prepare();
        if (trial.LearningRate is { } rate)
        {
            compiled.Optimizer.LearningRate = new ConstantSchedule(rate);
        }
        var weights = trial.ClassWeight is { } classWeight ? ClassWeights.PerSample(trial.Y, classWeight, null) : null;
        var (samples, heldSamples) = (new Samples(trial.X, trial.Y, weights), new Samples(trial.Held.X, trial.Held.Y));
        var (all, held) = (new Batches(samples.Rows, Options.BatchSize), new Batches(heldSamples.Rows, Options.BatchSize));
        var order = new Batches(samples.Rows, Options.BatchSize, trial.Shuffle ? RandomSeed.NextStream() : null);
        var lookAt = trial.X[..Math.Min(samples.Rows, MostRowsLookedAt)];
        var startLoss = compiled.Evaluate(samples, all, cancellation)["loss"];
        var startDead = DeadUnits(lookAt);
        // Of rules that remember nothing the limit is known before the first step.
        var startStability = compiled.Optimizer is Sgd && double.IsFinite(startLoss) ? Stability(trial) : null;

        var (history, flow) = (new History(), new GradientFlow(Math.Max(1, Options.Epochs * order.Count / FlowLooks)));
        var training = new Training(Model.Weights, compiled.Optimizer) { Epochs = Options.Epochs, StepsPerEpoch = order.Count, Inside = compiled.Inside, TrainableWeights = Model.TrainableWeights, MetricNames = ["loss", "val_loss"] };
        new TrainingLoop(compiled, training, [new TerminateOnNaN(), flow, .. trial.Callbacks], history).Run(samples, order, (heldSamples, held), 0, cancellation);

        var loss = compiled.Evaluate(samples, all, cancellation)["loss"];
        var heldLoss = compiled.Evaluate(heldSamples, held, cancellation)["loss"];
        var predictor = Plan.Trace(inputs => [Model.Apply(inputs[0])]);
        var outputs = predictor.Run(trial.Held.X)[0];
        var endDead = DeadUnits(lookAt);
        return new TrialResult(
            startLoss, loss, heldLoss, Logged(history, "loss"), Logged(history, "val_loss"), outputs, predictor.Run(lookAt)[0], ClassScores.Of(trial.Held.Y, outputs, trial.Loss), flow.Records,
            [.. startDead.Zip(endDead, (a, b) => new HiddenLayer(a.Name, a.Dead, b.Dead))], startStability, double.IsFinite(loss) ? Stability(trial) : null);
    }

    static IReadOnlyList<double> Logged(History history, string name) => history.Metrics.TryGetValue(name, out var values) ? values : [];

    /// <summary>For each hidden layer with an activation, the fraction of units that give 0 for all rows.</summary>
    List<(string Name, double Dead)> DeadUnits(Tensor x)
    {
        List<string> names = [];
        var dead = Plan.Trace(inputs =>
        {
            var outputs = LayerOutputs.Of(() => Model.Apply(inputs[0])).Where(output => output.Layer is IActivated { Activation: not Activations.Linear }).ToArray();
            var hidden = OutputActivation is null ? outputs : outputs.Where(output => !ReferenceEquals(output.Layer, OutputActivation)).ToArray();
            names = [.. hidden.Select(output => output.Layer.Name)];
            return [.. hidden.Select(output => output.Output.Abs().Cast(DType.Float64).Sum([.. Enumerable.Range(0, output.Output.Rank - 1)]).Equal(0).Cast(DType.Float64).Mean())];
        }).Run(x);
        return [.. names.Zip(dead, (name, fraction) => (name, fraction.Item()))];
    }

    StabilityLimit? Stability(Trial trial)
    {
        try
        {
            var rows = Math.Min(trial.X.Shape[0], StabilityRows);
            return StabilityLimit.Of(Curvature.Of(Landscape.LossOf(Model, trial.Loss, Compiled.Outputs[0].Weight, trial.X[..rows], trial.Y[..rows]), Model.TrainableWeights), Compiled.Optimizer, tolerance: 0.05, products: StabilityProducts);
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidOperationException)
        {
            return null;                    // no limit is known for the optimiser, or it hasn't taken a step
        }
    }

    static IEnumerable<Layer> Leaves(Layer layer) => layer is Model model ? model.Layers.SelectMany(Leaves) : [layer];
}
