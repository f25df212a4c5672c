using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Models;

/// <summary>A model with what it is trained by: one step of training or of testing at a time, each as a plan.</summary>
sealed class CompiledModel(Model model, Optimizer optimizer, IReadOnlyList<OutputTraining> outputs, bool runEagerly)
{
    readonly Mean lossTracker = new();

    /// <summary>The mean loss of each output, where several have one.</summary>
    readonly Mean?[] outputTrackers = [.. outputs.Select(output => output.Loss is not null && outputs.Count(other => other.Loss is not null) > 1 ? new Mean() : null)];

    readonly int inputs = model.InputNames.Count;
    IReadOnlyList<Variable> trained = [];
    TracedFunction? train, test;

    public Optimizer Optimizer => optimizer;

    /// <summary>What each output is trained and measured by.</summary>
    public IReadOnlyList<OutputTraining> Outputs => outputs;

    /// <summary>The loss of a model with one output.</summary>
    public Loss Loss => outputs[0].Loss!;

    public bool IsEager => runEagerly;

    bool RunsEagerly => runEagerly || optimizer.NeedsValues;

    /// <summary>Those without weights first, output by output.</summary>
    public IReadOnlyList<Metric> Metrics { get; } = [.. outputs.SelectMany(output => output.Metrics), .. outputs.SelectMany(output => output.WeightedMetrics)];

    public IReadOnlyList<Metric> WeightedMetrics { get; } = [.. outputs.SelectMany(output => output.WeightedMetrics)];

    /// <summary>The names of what is logged, without validation's.</summary>
    public IEnumerable<string> Names => Logged.Select(logged => logged.Name);

    /// <summary>What a step computes, for callbacks that look inside.</summary>
    public StepInside Inside => new(model, trained, inputs, Look, runEagerly);

    /// <summary>Keras's names in Keras's order: the loss, that of each output, then their metrics; an output's name in front where there are several.</summary>
    IEnumerable<(string Name, Metric Metric)> Logged
    {
        get
        {
            yield return ("loss", lossTracker);
            for (var i = 0; i < outputs.Count; i++)
            {
                if (outputTrackers[i] is { } tracker)
                {
                    yield return (outputs[i].Name + "_loss", tracker);
                }
            }
            foreach (var (metrics, output) in outputs.Select(output => (output.Metrics, output)).Concat(outputs.Select(output => (output.WeightedMetrics, output))))
            {
                foreach (var metric in metrics)
                {
                    yield return (outputs.Count > 1 ? $"{output.Name}_{metric.Name}" : metric.Name, metric);
                }
            }
        }
    }

    /// <summary>Looks whether other weights are trained than before, which makes other plans.</summary>
    public void Prepare()
    {
        var now = model.TrainableWeights;
        if (train is null || !now.SequenceEqual(trained))
        {
            trained = now;
            train = new TracedFunction(Training);
            test = new TracedFunction(Testing);
        }
    }

    /// <summary>Makes all that the optimiser remembers of weights, without taking a step.</summary>
    /// <exception cref="InvalidOperationException">The optimiser looks at values, and so can't be asked.</exception>
    public void MakeSlots(Samples samples, int batchSize)
    {
        if (optimizer.NeedsValues)
        {
            throw new InvalidOperationException($"The optimiser '{optimizer.Name}' chooses its steps by looking at the loss; its trainings can't be tried out and taken back. Compile the model with another, as \"sgd\" or \"adam\".");
        }
        if (runEagerly)
        {
            optimizer.Draft(trained, [.. trained.Select(weight => weight.Value)], [.. trained.Select(weight => weight.Value.ZerosLike())]);
        }
        else
        {
            train!.For(samples.Like(batchSize));
        }
    }

    /// <summary>The same with other settings, of a model with one output: for trials, which have plans of their own.</summary>
    public CompiledModel Like(Loss? otherLoss = null, IReadOnlyList<Metric>? otherMetrics = null) =>
        new(model, optimizer, [outputs[0] with { Loss = otherLoss ?? Loss, Metrics = otherMetrics ?? [], WeightedMetrics = [] }], runEagerly);

    /// <summary>At the end of a training: averages take the weights' place where the optimiser keeps any.</summary>
    public void Finish() => optimizer.Unaveraged.Finish(optimizer, trained);

    /// <summary>Drops the plans that were made for other layers.</summary>
    public void ForgetPlans() => (train, test) = (null, null);

    /// <summary>One step on some rows: forward, loss, gradients, optimiser, metrics.</summary>
    public void Train(Samples samples, ReadOnlySpan<int> rows)
    {
        optimizer.Unaveraged.PutBack();
        if (RunsEagerly)
        {
            Training(samples.Gather(rows));
        }
        else
        {
            train!.For(samples.Like(rows.Length)).RunRows(samples.All, rows);
        }
    }

    /// <summary>Loss and metrics over all batches of a data set.</summary>
    public OrderedDictionary<string, double> Evaluate(Samples samples, Batches batches, CancellationToken cancellation)
    {
        Reset();
        for (var batch = 0; batch < batches.Count; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RunsEagerly)
            {
                Testing(samples.Gather(batches[batch]));
            }
            else
            {
                test!.For(samples.Like(batches[batch].Length)).RunRows(samples.All, batches[batch]);
            }
        }
        return Logs();
    }

    /// <summary>Begins a new epoch's averages.</summary>
    public void Reset()
    {
        foreach (var (_, metric) in Logged)
        {
            metric.Reset();
        }
    }

    /// <summary>Loss and metrics since the last reset.</summary>
    public OrderedDictionary<string, double> Logs()
    {
        var logs = new OrderedDictionary<string, double>();
        foreach (var (name, metric) in Logged)
        {
            logs[name] = metric.Logged();
        }
        return logs;
    }

    BatchParts Parts(Tensor[] batch) => BatchParts.Of(batch, inputs, outputs.Count);

    Tensor[] Training(Tensor[] batch)
    {
        var parts = Parts(batch);
        (Tensor[] Predicted, Tensor?[] Losses)? seen = null;
        var total = optimizer.Minimize(
            () =>
            {
                // An optimiser may ask more than once; what is measured is the model as the step found it, and only the first time counts.
                var (predicted, penalties) = Apply(parts.X, new CallContext(Training: true) { OnlyLooks = seen is not null });
                var (sum, losses) = Total(parts, predicted, penalties);
                seen ??= ([.. predicted.Select(output => output.StopGradient())], [.. losses.Select(loss => loss?.StopGradient())]);
                return sum;
            },
            trained);
        Track(total, seen!.Value.Losses, parts, seen.Value.Predicted);
        return [];
    }

    Tensor[] Testing(Tensor[] batch)
    {
        var parts = Parts(batch);
        var (predicted, penalties) = Apply(parts.X, default);
        var (total, losses) = Total(parts, predicted, penalties);
        Track(total, losses, parts, predicted);
        return [];
    }

    /// <summary>The loss of a step on a batch, without taking it: nothing changes.</summary>
    Tensor Look(Tensor[] batch)
    {
        var parts = Parts(batch);
        var (predicted, penalties) = Apply(parts.X, new CallContext(Training: true) { OnlyLooks = true });
        return Total(parts, predicted, penalties).Total;
    }

    /// <summary>The outputs, with the penalties on what layers computed.</summary>
    (IReadOnlyList<Tensor> Outputs, IReadOnlyList<Tensor> Penalties) Apply(Tensor[] x, CallContext context) => ActivityPenalties.Of(() => model.ApplyAll(x, context));

    /// <summary>The sum of the outputs' losses by their weights, with the penalties on outputs of layers and on weights; and the losses before they are weighted.</summary>
    (Tensor Total, Tensor?[] Losses) Total(BatchParts parts, IReadOnlyList<Tensor> predicted, IReadOnlyList<Tensor> penalties)
    {
        Tensor? total = null;
        var losses = new Tensor?[outputs.Count];
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i].Loss is not { } loss)
            {
                continue;
            }
            var value = loss.Compute(parts.Y[i], predicted[i], parts.WeightOf(i));
            value = losses[i] = value.Rank > 0 ? value.Mean() : value;
            value = outputs[i].Weight is { } weight ? value * weight : value;
            total = total is null ? value : total + value.Cast(total.DType);
        }
        foreach (var penalty in penalties.Concat(model.Penalties()))
        {
            total = total! + penalty.Cast(total!.DType);
        }
        return (total!, losses);
    }

    void Track(Tensor total, Tensor?[] losses, BatchParts parts, IReadOnlyList<Tensor> predicted)
    {
        var rows = Tensor.Scalar(parts.Rows);
        lossTracker.Update(total, rows);
        for (var i = 0; i < outputs.Count; i++)
        {
            outputTrackers[i]?.Update(losses[i]!, rows);
            foreach (var metric in outputs[i].Metrics)
            {
                metric.Update(parts.Y[i], predicted[i]);
            }
            foreach (var metric in outputs[i].WeightedMetrics)
            {
                metric.Update(parts.Y[i], predicted[i], parts.WeightOf(i));
            }
        }
    }
}
