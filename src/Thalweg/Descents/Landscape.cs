using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>The loss around some weights: along one of them, along a line, over a plane. The weights themselves don't change.</summary>
/// <remarks>
/// Every point is one run of one plan, θ + α a + β b with θ what the variables hold. In the middle, where α and β are 0, the
/// loss has the very bits that the model's loss has.
/// </remarks>
/// <example><code>
/// var (a, b) = (Directions.FilterNormalized(model.TrainableWeights, 1), Directions.FilterNormalized(model.TrainableWeights, 2));
/// var losses = Landscape.Plane(Landscape.LossOf(model, x, y), model.TrainableWeights, a, b, radius: 1, points: 51);
/// </code></example>
public static class Landscape
{
    /// <summary>The loss of a model on data, as it is without training: penalties included, dropout left out.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    public static Func<Tensor> LossOf(Model model, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(model);
        var loss = model.Loss ?? throw new InvalidOperationException($"'{model.Name}' isn't compiled. Call Compile(optimizer, loss) first, or use LossOf(model, loss, x, y).");
        return LossOf(model, loss, x, y);
    }

    /// <summary>A loss of a model on data, as it is without training: penalties included, dropout left out.</summary>
    public static Func<Tensor> LossOf(Layer model, Loss loss, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return () =>
        {
            var total = loss.Compute(y, model.Apply(x));
            return model.Penalties().Aggregate(total, (sum, penalty) => sum + penalty.Cast(total.DType));
        };
    }

    /// <summary>The loss as one weight takes several values, all others staying.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variable">The variable that the weight is an element of.</param>
    /// <param name="position">Which element, one number per axis.</param>
    /// <param name="values">The values it takes.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">There is no such element.</exception>
    public static double[] Slice(Func<Tensor> loss, Variable variable, ReadOnlySpan<int> position, IReadOnlyList<double> values, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(values);
        var unit = Unit(variable, position);
        var plan = Plan.Trace(inputs => [Moved(loss, [variable], old => [Tensor.Where(unit > 0, inputs[0], old[0])])]);
        return [.. values.Select(value =>
        {
            cancellation.ThrowIfCancellationRequested();
            return plan.Run(Tensor.Scalar(value, variable.DType))[0].Item();
        })];
    }

    /// <summary>The loss along a direction: at θ + α a for each α.</summary>
    /// <exception cref="ArgumentException">The direction hasn't the variables' shapes.</exception>
    public static double[] Line(Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> direction, IReadOnlyList<double> alphas, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(alphas);
        var plan = Plane(loss, variables, direction, [.. direction.Select(part => part.ZerosLike())]);
        return [.. alphas.Select(alpha =>
        {
            cancellation.ThrowIfCancellationRequested();
            return At(plan, alpha, 0);
        })];
    }

    /// <summary>The loss over a square of the plane of two directions: element (i, j) at θ + αⱼ a + βᵢ b, both from −radius to radius.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variables">What is moved.</param>
    /// <param name="a">The direction to the right.</param>
    /// <param name="b">The direction upwards.</param>
    /// <param name="radius">How far to go each way.</param>
    /// <param name="points">Points along each side; an odd number has the weights themselves in the middle.</param>
    /// <param name="progress">Is told the part that is done, after each row.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">A direction hasn't the variables' shapes.</exception>
    public static double[,] Plane(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b,
        double radius = 1, int points = 51, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var plan = Plane(loss, variables, a, b);
        var losses = new double[points, points];
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                losses[i, j] = At(plan, Place(j), Place(i));
            }
            progress?.Report((i + 1.0) / points);
        }
        return losses;

        double Place(int k) => 2 * k == points - 1 ? 0 : radius * (2.0 * k / (points - 1) - 1);
    }

    static TracedFunction Plane(Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Directions.RequireShapes(variables, a);
        Directions.RequireShapes(variables, b);
        return Plan.Trace(inputs => [Moved(loss, variables, old =>
            [.. old.Select((w, i) => w + inputs[0].Cast(w.DType) * a[i].Cast(w.DType) + inputs[1].Cast(w.DType) * b[i].Cast(w.DType))])]);
    }

    /// <summary>The loss with variables set to something else, and set back.</summary>
    static Tensor Moved(Func<Tensor> loss, IReadOnlyList<Variable> variables, Func<Tensor[], Tensor[]> move)
    {
        Tensor[] old = [.. variables.Select(variable => variable.Value)];
        var moved = move(old);
        for (var i = 0; i < old.Length; i++)
        {
            variables[i].Assign(moved[i]);
        }
        var value = loss().Reshape([]);
        for (var i = 0; i < old.Length; i++)
        {
            variables[i].Assign(old[i]);
        }
        return value;
    }

    static double At(TracedFunction plan, double alpha, double beta) =>
        plan.Run(Tensor.Scalar(alpha, DType.Float64), Tensor.Scalar(beta, DType.Float64))[0].Item();

    static Tensor Unit(Variable variable, ReadOnlySpan<int> position)
    {
        var shape = variable.Shape;
        var (flat, fits) = (0, position.Length == shape.Rank);
        for (var axis = 0; fits && axis < shape.Rank; axis++)
        {
            fits = position[axis] >= 0 && position[axis] < shape[axis];
            flat = flat * shape[axis] + position[axis];
        }
        if (!fits)
        {
            throw new ArgumentException($"Variable '{variable.Path}' of shape {shape} has no element [{string.Join(", ", position.ToArray())}].", nameof(position));
        }
        return Tensor.Of(flat).OneHot(shape.Size).Reshape(shape);
    }
}
