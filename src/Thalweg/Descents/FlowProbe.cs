using Thalweg.Activations;
using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>Computes a step's gradient once more, and takes from it what is to be known of each layer.</summary>
sealed class FlowProbe
{
    /// <summary>The part of a bounded activation's range, at each end, in which it counts as saturated.</summary>
    const double Edge = 0.025;

    readonly StepInside inside;
    readonly Layer[] layers;
    readonly Variable[] others;
    readonly TracedFunction gradients, updates;
    IActivated?[] activated = [];
    Tensor[] before = [], seen = [];

    public FlowProbe(StepInside inside)
    {
        this.inside = inside;
        layers = [.. Leaves(inside.Model).Where(layer => layer.TrainableWeights.Count > 0)];
        others = [.. inside.Model.Weights.Except(inside.Trained)];
        gradients = Plan.Trace(Gradients);
        updates = Plan.Trace(old =>
        {
            var i = 0;
            return [.. layers.Select(layer => Norm(layer.TrainableWeights.Select(weight => weight.Value - old[i++])))];
        });
    }

    /// <summary>Before the step: the gradients, and what the weights are.</summary>
    public void Before()
    {
        var batch = inside.Batch!();
        var restore = inside.Model.KeepRandom();
        seen = inside.RunsEagerly ? Gradients(batch) : gradients.Run(batch);
        restore();
        before = [.. layers.SelectMany(layer => layer.TrainableWeights).Select(Copy)];
    }

    /// <summary>After the step: everything.</summary>
    public (double Loss, IReadOnlyList<LayerFlow> Layers, double Noise, double Signal) After()
    {
        var moved = updates.Run(before);
        var (flows, next) = (new LayerFlow[layers.Length], 3);
        for (var i = 0; i < flows.Length; i++)
        {
            var (gradientNorm, weightNorm, units) = (seen[next], seen[next + 1], seen[next + 2].Shape[^1]);
            var output = Numbers(seen[next + 2]);
            var gradient = Numbers(seen[next + 3]);
            next += 4;
            flows[i] = new LayerFlow(
                layers[i].Name, gradient.Length, gradientNorm.Item(), weightNorm.Item(), moved[i].Item(),
                Histogram.Linear(output), Histogram.Magnitudes(gradient), RootMeanSquare(output), Dead(output, units), Saturated(output, activated[i]?.Activation.Bounds));
        }
        return (seen[0].Item(), flows, seen[1].Item(), seen[2].Item());
    }

    /// <summary>Loss, noise, signal; then for each layer the norms of gradient and weights, its outputs and its gradient.</summary>
    Tensor[] Gradients(Tensor[] batch)
    {
        Tensor[] held = [.. others.Select(weight => weight.Value)];
        List<(Layer Layer, Tensor Output)> outputs = [];
        var (loss, whole) = Gradient.Of(
            () =>
            {
                Tensor? total = null;
                outputs = LayerOutputs.Of(() => total = inside.Loss(batch));
                return total!;
            },
            inside.Trained);
        var (noise, signal) = Noise(batch, whole);
        for (var i = 0; i < held.Length; i++)
        {
            others[i].Assign(held[i]);              // what layers keep beside their weights must not be updated twice
        }

        var byWeight = inside.Trained.Zip(whole).ToDictionary(pair => pair.First, pair => pair.Second);
        activated = new IActivated?[layers.Length];
        List<Tensor> results = [loss.StopGradient(), noise, signal];
        for (var i = 0; i < layers.Length; i++)
        {
            Tensor[] own = [.. layers[i].TrainableWeights.Select(weight => byWeight[weight])];
            var place = outputs.FindIndex(output => output.Layer == layers[i]);
            activated[i] = layers[i] as IActivated;
            if (activated[i] is { Activation: Linear } && place + 1 < outputs.Count && outputs[place + 1].Layer is ActivationLayer next && Follows(next, layers[i]))
            {
                (activated[i], place) = (next, place + 1);
            }
            results.AddRange([
                Norm(own), Norm(layers[i].TrainableWeights.Select(weight => weight.Value)),
                outputs[place].Output.StopGradient(), Tensor.Concat([.. own.Select(gradient => gradient.Reshape([gradient.Size]))])]);
        }
        return [.. results];
    }

    /// <summary>
    /// tr Σ and |G|² without bias, from the gradient G of the batch of B rows and that of its first b: E|G_b − G_B|² = tr Σ (1/b − 1/B),
    /// and E|G_B|² = |G|² + tr Σ / B.
    /// </summary>
    (Tensor Noise, Tensor Signal) Noise(Tensor[] batch, Tensor[] whole)
    {
        var rows = batch[0].Shape[0];
        if (rows < 2)
        {
            return (Tensor.Scalar(double.NaN), Tensor.Scalar(double.NaN));
        }
        var half = rows / 2;
        var (_, part) = Gradient.Of(() => inside.Loss([.. batch.Select(tensor => tensor[..half])]), inside.Trained);
        var noise = Squares(part.Zip(whole, (a, b) => a - b)) / (1.0 / half - 1.0 / rows);
        return (noise, Squares(whole) - noise / rows);
    }

    /// <summary>Whether an activation that comes next is applied to what a layer gives: in a model with branches it may be another's.</summary>
    bool Follows(ActivationLayer next, Layer layer) =>
        inside.Model is not Functional graph || graph.Calls.Any(call => call.Layer == next && call.Inputs.Any(input => input.Layer == layer));

    static Tensor Squares(IEnumerable<Tensor> tensors) => tensors.Select(tensor => tensor.Square().Sum()).Aggregate((a, b) => a + b);

    static Tensor Norm(IEnumerable<Tensor> tensors) => Squares(tensors).Sqrt();

    static IEnumerable<Layer> Leaves(Layer layer) => layer is Model model ? model.Layers.SelectMany(Leaves) : [layer];

    static Tensor Copy(Variable weight) => weight.DType == DType.Float64
        ? Tensor.From(weight.Held.AsSpan<double>(), weight.Shape)
        : Tensor.From(weight.Held.AsSpan<float>(), weight.Shape);

    static ReadOnlySpan<float> Numbers(Tensor tensor) => tensor.DType == DType.Float32 ? tensor.AsSpan<float>() : tensor.ToArray<float>();

    static double RootMeanSquare(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (double)value * value;
        }
        return Math.Sqrt(sum / Math.Max(1, values.Length));
    }

    static double Dead(ReadOnlySpan<float> outputs, int units)
    {
        var alive = new bool[units];
        for (var row = 0; row + units <= outputs.Length; row += units)
        {
            for (var unit = 0; unit < units; unit++)
            {
                alive[unit] |= outputs[row + unit] != 0;
            }
        }
        return alive.Count(unit => !unit) / (double)Math.Max(1, units);
    }

    static double Saturated(ReadOnlySpan<float> outputs, (double Low, double High)? bounds)
    {
        if (bounds is not { } range || outputs.Length == 0)
        {
            return 0;
        }
        var margin = Edge * (range.High - range.Low);
        var (low, high, count) = ((float)(range.Low + margin), (float)(range.High - margin), 0);
        foreach (var value in outputs)
        {
            count += value < low || value > high ? 1 : 0;
        }
        return (double)count / outputs.Length;
    }
}
