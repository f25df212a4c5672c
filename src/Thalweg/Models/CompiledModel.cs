using Thalweg.Callbacks;
using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Models;

/// <summary>A model with what it is trained by: one step of training or of testing at a time, each as a plan.</summary>
sealed class CompiledModel(Model model, Optimizer optimizer, Loss loss, IReadOnlyList<Metric> metrics, IReadOnlyList<Metric> weightedMetrics, bool runEagerly)
{
    readonly Mean lossTracker = new();
    IReadOnlyList<Variable> trained = [];
    TracedFunction? train, test;

    public Optimizer Optimizer => optimizer;

    public Loss Loss => loss;

    public bool IsEager => runEagerly;

    public IReadOnlyList<Metric> WeightedMetrics => weightedMetrics;

    bool RunsEagerly => runEagerly || optimizer.NeedsValues;

    public IReadOnlyList<Metric> Metrics { get; } = [.. metrics, .. weightedMetrics];

    /// <summary>The names of what is logged, without validation's.</summary>
    public IEnumerable<string> Names => Metrics.Select(metric => metric.Name).Prepend("loss");

    /// <summary>What a step computes, for callbacks that look inside.</summary>
    public StepInside Inside => new(model, trained, Look, runEagerly);

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

    /// <summary>The same with other settings: for trials, which have plans of their own.</summary>
    public CompiledModel Like(Loss? otherLoss = null, IReadOnlyList<Metric>? otherMetrics = null) => new(model, optimizer, otherLoss ?? loss, otherMetrics ?? [], [], runEagerly);

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
        lossTracker.Reset();
        foreach (var metric in Metrics)
        {
            metric.Reset();
        }
    }

    /// <summary>Loss and metrics since the last reset.</summary>
    public OrderedDictionary<string, double> Logs()
    {
        var logs = new OrderedDictionary<string, double> { ["loss"] = lossTracker.Logged() };
        foreach (var metric in Metrics)
        {
            logs[metric.Name] = metric.Logged();
        }
        return logs;
    }

    Tensor[] Training(Tensor[] batch)
    {
        var (x, y, sampleWeight) = (batch[0], batch[1], batch.ElementAtOrDefault(2));
        Tensor? predicted = null;
        var total = optimizer.Minimize(
            () =>
            {
                // An optimiser may ask more than once; what is measured is the model as the step found it, and only the first time counts.
                var (output, penalties) = Apply(x, new CallContext(Training: true) { OnlyLooks = predicted is not null });
                predicted ??= output.StopGradient();
                return Total(y, output, penalties, sampleWeight);
            },
            trained);
        Track(total, y, predicted!, sampleWeight, x.Shape[0]);
        return [];
    }

    Tensor[] Testing(Tensor[] batch)
    {
        var (predicted, penalties) = Apply(batch[0], default);
        Track(Total(batch[1], predicted, penalties, batch.ElementAtOrDefault(2)), batch[1], predicted, batch.ElementAtOrDefault(2), batch[0].Shape[0]);
        return [];
    }

    /// <summary>The loss of a step on a batch, without taking it: nothing changes.</summary>
    Tensor Look(Tensor[] batch)
    {
        var (output, penalties) = Apply(batch[0], new CallContext(Training: true) { OnlyLooks = true });
        return Total(batch[1], output, penalties, batch.ElementAtOrDefault(2));
    }

    /// <summary>The output, with the penalties on what layers computed.</summary>
    (Tensor Output, IReadOnlyList<Tensor> Penalties) Apply(Tensor x, CallContext context) => ActivityPenalties.Of(() => model.Apply(x, context));

    /// <summary>The loss with the penalties on outputs of layers and on weights.</summary>
    Tensor Total(Tensor y, Tensor predicted, IReadOnlyList<Tensor> penalties, Tensor? sampleWeight)
    {
        var total = loss.Compute(y, predicted, sampleWeight);
        if (total.Rank > 0)
        {
            total = total.Mean();
        }
        foreach (var penalty in penalties.Concat(model.Penalties()))
        {
            total += penalty.Cast(total.DType);
        }
        return total;
    }

    void Track(Tensor total, Tensor y, Tensor predicted, Tensor? sampleWeight, int rows)
    {
        lossTracker.Update(total, Tensor.Scalar(rows));
        foreach (var metric in metrics)
        {
            metric.Update(y, predicted);
        }
        foreach (var metric in weightedMetrics)
        {
            metric.Update(y, predicted, sampleWeight);
        }
    }
}
