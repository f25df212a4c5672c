using Thalweg.Layers;
using Thalweg.Losses;
using Thalweg.Models;

namespace Thalweg.Descents;

/// <summary>The loss around some weights: along one of them, along a line, over a plane. The weights themselves don't change.</summary>
/// <remarks>
/// Every point is one run of a plan, θ + α a + β b with θ what the variables hold; points are shared out among the threads
/// (<see cref="Threads.Count"/>), which changes no bit. In the middle, where α and β are 0, the loss has the very bits that the
/// model's loss has. Whoever hears of progress hears of it from several threads, one at a time.
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
        SampleChecks.RequireSingle(model, "LossOf");
        var loss = model.Loss ?? throw new InvalidOperationException($"'{model.Name}' isn't compiled. Call Compile(optimizer, loss) first, or use LossOf(model, loss, x, y).");
        return LossOf(model, loss, model.Trainings[0].Weight, x, y);
    }

    /// <summary>A loss of a model on data, as it is without training: penalties included, dropout left out.</summary>
    public static Func<Tensor> LossOf(Layer model, Loss loss, Tensor x, Tensor y) => LossOf(model, loss, weight: null, x, y);

    /// <summary>The same with the loss times a weight, as a model may be compiled with one.</summary>
    internal static Func<Tensor> LossOf(Layer model, Loss loss, double? weight, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        return () =>
        {
            var (output, penalties) = ActivityPenalties.Of(() => model.Apply(x));
            var total = loss.Compute(y, output);
            total = weight is { } factor ? total * factor : total;
            return penalties.Concat(model.Penalties()).Aggregate(total, (sum, penalty) => sum + penalty.Cast(total.DType));
        };
    }

    /// <summary>The loss as one weight takes several values, all others staying.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variable">The variable that the weight is an element of.</param>
    /// <param name="position">Which element, one number per axis.</param>
    /// <param name="values">The values it takes.</param>
    /// <param name="progress">Is told the part that is done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">There is no such element.</exception>
    public static double[] Slice(
        Func<Tensor> loss, Variable variable, ReadOnlySpan<int> position, IReadOnlyList<double> values, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(values);
        var unit = Unit(variable, position);
        return Sweep.Run(
            inputs => Moved(loss, [variable], old => [Tensor.Where(unit > 0, inputs[0].Cast(variable.DType), old[0])]),
            values.Count, i => [values[i]], progress, cancellation);
    }

    /// <summary>The loss along a direction: at θ + α a for each α.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variables">What is moved.</param>
    /// <param name="direction">a.</param>
    /// <param name="alphas">The values of α.</param>
    /// <param name="progress">Is told the part that is done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">The direction hasn't the variables' shapes.</exception>
    public static double[] Line(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> direction, IReadOnlyList<double> alphas, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(alphas);
        Directions.RequireShapes(variables, direction);
        return Sweep.Run(
            inputs => Moved(loss, variables, old => [.. old.Select((w, i) => w + inputs[0].Cast(w.DType) * direction[i].Cast(w.DType))]),
            alphas.Count, i => [alphas[i]], progress, cancellation);
    }

    /// <summary>The loss on the straight way from one set of weights to another, at (1 − t) from + t to; exactly theirs at both ends.</summary>
    /// <remarks>Goodfellow, Vinyals and Saxe, 2015, arXiv 1412.6544: from the start of a training to its end it often falls all the way.</remarks>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variables">What is moved; what they hold doesn't matter.</param>
    /// <param name="from">The weights at t = 0.</param>
    /// <param name="to">The weights at t = 1.</param>
    /// <param name="places">The values of t; those outside 0 and 1 go beyond the ends.</param>
    /// <param name="progress">Is told the part that is done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">The weights haven't the variables' shapes.</exception>
    public static double[] Between(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> from, IReadOnlyList<Tensor> to, IReadOnlyList<double> places,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(places);
        Directions.RequireShapes(variables, from);
        Directions.RequireShapes(variables, to);
        return Sweep.Run(
            inputs => Moved(loss, variables, old => [.. old.Select((w, i) =>
                from[i].Cast(w.DType) * (1 - inputs[0]).Cast(w.DType) + to[i].Cast(w.DType) * inputs[0].Cast(w.DType))]),
            places.Count, i => [places[i]], progress, cancellation);
    }

    /// <summary>The loss over a square of the plane of two directions: element (i, j) at θ + αⱼ a + βᵢ b, both from −radius to radius.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variables">What is moved.</param>
    /// <param name="a">The direction to the right.</param>
    /// <param name="b">The direction upwards.</param>
    /// <param name="radius">How far to go each way.</param>
    /// <param name="points">Points along each side; an odd number has the weights themselves in the middle.</param>
    /// <param name="progress">Is told the part that is done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">A direction hasn't the variables' shapes.</exception>
    public static double[,] Plane(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b,
        double radius = 1, int points = 51, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Over(loss, variables, null, a, b, new Window(-radius, radius, -radius, radius), points, progress, cancellation);

    /// <summary>The loss over a window of a plane: element (i, j) at θ₀ + αⱼ a + βᵢ b, α from left to right and β from bottom to top.</summary>
    /// <param name="loss">What is computed from the variables.</param>
    /// <param name="variables">What is moved; what they hold doesn't matter.</param>
    /// <param name="plane">The plane, of the variables' shapes.</param>
    /// <param name="window">The part of it, in the plane's α and β.</param>
    /// <param name="points">Points along each side.</param>
    /// <param name="progress">Is told the part that is done.</param>
    /// <param name="cancellation">Stops between two points.</param>
    /// <exception cref="ArgumentException">The plane is of other weights.</exception>
    public static double[,] Plane(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, WeightPlane plane, Window window, int points = 51, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plane);
        return Over(loss, variables, plane.Origin, plane.Right, plane.Up, window, points, progress, cancellation);
    }

    static double[,] Over(
        Func<Tensor> loss, IReadOnlyList<Variable> variables, IReadOnlyList<Tensor>? origin, IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b,
        Window window, int points, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        Directions.RequireShapes(variables, a);
        Directions.RequireShapes(variables, b);
        var flat = Sweep.Run(
            inputs => Moved(loss, variables, old => [.. old.Select((w, i) =>
                (origin?[i].Cast(w.DType) ?? w) + inputs[0].Cast(w.DType) * a[i].Cast(w.DType) + inputs[1].Cast(w.DType) * b[i].Cast(w.DType))]),
            points * points,
            k => [Place(window.Left, window.Right, k % points, points), Place(window.Bottom, window.Top, k / points, points)],
            progress, cancellation);
        var losses = new double[points, points];
        System.Buffer.BlockCopy(flat, 0, losses, 0, flat.Length * sizeof(double));
        return losses;
    }

    /// <summary>Point k of a side; exactly 0 in the middle of one that goes as far to both sides.</summary>
    static double Place(double low, double high, int k, int points) =>
        2 * k == points - 1 && low == -high ? 0 : low + (high - low) * k / (points - 1);

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
