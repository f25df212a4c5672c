using Thalweg.Losses;
using Thalweg.Models;

namespace Thalweg.Descents.Objectives;

/// <summary>
/// The loss of a model on data as a function of all its trained weights, one behind the other in a vector: for descents, minimisers
/// and curvature. The model itself keeps its weights.
/// </summary>
/// <remarks>A mean over the samples, as the model's loss is; penalties count whole in each minibatch. Without dropout.</remarks>
/// <example><code>
/// var objective = new ModelLoss(model, x, y);
/// var best = Minimize.LBfgs(objective.Cost, objective.Start, iterations: 200);
/// objective.Put(best.X);                              // into the model
/// </code></example>
public sealed class ModelLoss : Objective
{
    readonly Model model;
    readonly Loss loss;
    readonly Tensor inputs, targets;
    readonly IReadOnlyList<Variable> variables;

    /// <summary>The loss that a model was compiled with.</summary>
    /// <param name="model">The model, built and compiled.</param>
    /// <param name="x">The samples, (rows, …).</param>
    /// <param name="y">What is expected, a row for each sample.</param>
    /// <exception cref="InvalidOperationException">The model isn't compiled, or has no trained weights.</exception>
    /// <exception cref="ArgumentException">The model has several inputs or outputs.</exception>
    public ModelLoss(Model model, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        SampleChecks.RequireSingle(model, nameof(ModelLoss));
        this.model = model;
        loss = model.Loss ?? throw new InvalidOperationException($"'{model.Name}' isn't compiled. Call Compile(optimizer, loss) first.");
        variables = model.TrainableWeights;
        if (variables.Count == 0)
        {
            throw new InvalidOperationException($"'{model.Name}' has no weights to train. Build it first, with an InputLayer or a call.");
        }
        (inputs, targets) = (x.Cast(model.TypeOfInput(0)), y);
        Start = Tensor.Concat([.. variables.Select(variable => variable.Value.Reshape([-1]))]);
    }

    /// <inheritdoc/>
    public override string Name => $"loss of {model.Name}";

    /// <inheritdoc/>
    public override int SampleCount => inputs.Shape[0];

    /// <inheritdoc/>
    public override bool IsMean => true;

    /// <summary>The weights that the model held when the objective was made.</summary>
    public override Tensor Start { get; }

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x) => At(x, inputs, targets);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x, Tensor samples) => At(x, inputs.Gather(samples), targets.Gather(samples));

    /// <inheritdoc/>
    public override Tensor Costs(Tensor points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Tensor.Stack([.. Enumerable.Range(0, points.Shape[0]).Select(i => Cost(points[i]))]);
    }

    /// <summary>Puts the weights of a point into the model.</summary>
    /// <exception cref="ArgumentException">The point has another number of coordinates than the model has trained weights.</exception>
    public void Put(Tensor point)
    {
        foreach (var (variable, part) in variables.Zip(Parts(point)))
        {
            variable.Assign(part);
        }
    }

    Tensor At(Tensor point, Tensor x, Tensor y)
    {
        // Within the scope the model reads the parts of the point where it reads its variables.
        var parts = Parts(point);
        using var scope = new GradientScope();
        for (var i = 0; i < parts.Length; i++)
        {
            scope.Replace(variables[i], parts[i].Cast(variables[i].DType));
        }
        return scope.Release(Landscape.LossOf(model, loss, model.Trainings[0].Weight, x, y)().Reshape([]));
    }

    Tensor[] Parts(Tensor point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Shape != Start.Shape)
        {
            throw new ArgumentException($"The point has shape {point.Shape}; '{model.Name}' has {Start.Size} trained weights, so {Start.Shape} is expected.", nameof(point));
        }
        var (parts, at) = (new Tensor[variables.Count], 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var shape = variables[i].Shape;
            parts[i] = point[at..(at + shape.Size)].Reshape(shape);
            at += shape.Size;
        }
        return parts;
    }
}
