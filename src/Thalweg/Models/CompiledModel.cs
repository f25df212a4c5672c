using Thalweg.Data;
using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;

namespace Thalweg.Models;

/// <summary>A model with what it is trained by: one step of training or of testing at a time.</summary>
sealed class CompiledModel(Model model, Optimizer optimizer, Loss loss, IReadOnlyList<Metric> metrics)
{
    readonly Mean lossTracker = new();

    public Optimizer Optimizer => optimizer;

    public Loss Loss => loss;

    public IReadOnlyList<Metric> Metrics => metrics;

    /// <summary>The names of what is logged, without validation's.</summary>
    public IEnumerable<string> Names => metrics.Select(metric => metric.Name).Prepend("loss");

    /// <summary>One step: forward, loss, gradients, optimiser, metrics.</summary>
    public void Train(Tensor x, Tensor y, Tensor? sampleWeight)
    {
        Tensor? predicted = null;
        var weights = model.TrainableWeights;
        var (total, gradients) = Gradient.Of(
            () =>
            {
                var output = model.Apply(x, new CallContext(Training: true));
                predicted = output.StopGradient();
                return Total(y, output, sampleWeight);
            },
            weights);
        optimizer.Apply(weights, gradients);
        Track(total, y, predicted!, x.Shape[0]);
    }

    /// <summary>Forward, loss and metrics of one batch.</summary>
    public void Test(Tensor x, Tensor y, Tensor? sampleWeight)
    {
        var predicted = model.Apply(x);
        Track(Total(y, predicted, sampleWeight), y, predicted, x.Shape[0]);
    }

    /// <summary>Loss and metrics over all batches of a data set.</summary>
    public OrderedDictionary<string, double> Evaluate(Batches batches, CancellationToken cancellation)
    {
        Reset();
        foreach (var batch in batches.Epoch())
        {
            cancellation.ThrowIfCancellationRequested();
            Test(batch[0]!, batch[1]!, batch[2]);
        }
        return Logs();
    }

    /// <summary>Begins a new epoch's averages.</summary>
    public void Reset()
    {
        lossTracker.Reset();
        foreach (var metric in metrics)
        {
            metric.Reset();
        }
    }

    /// <summary>Loss and metrics since the last reset.</summary>
    public OrderedDictionary<string, double> Logs()
    {
        var logs = new OrderedDictionary<string, double> { ["loss"] = lossTracker.Result().Item() };
        foreach (var metric in metrics)
        {
            logs[metric.Name] = metric.Result().Item();
        }
        return logs;
    }

    /// <summary>The loss with the penalties on weights.</summary>
    Tensor Total(Tensor y, Tensor predicted, Tensor? sampleWeight)
    {
        var total = loss.Compute(y, predicted, sampleWeight);
        if (total.Rank > 0)
        {
            total = total.Mean();
        }
        foreach (var penalty in model.Penalties())
        {
            total += penalty.Cast(total.DType);
        }
        return total;
    }

    void Track(Tensor total, Tensor y, Tensor predicted, int rows)
    {
        lossTracker.Update(total, Tensor.Scalar(rows));
        foreach (var metric in metrics)
        {
            metric.Update(y, predicted);
        }
    }
}
