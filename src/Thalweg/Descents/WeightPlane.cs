namespace Thalweg.Descents;

/// <summary>A plane in the space of a model's weights: points θ₀ + α a + β b, with directions a and b of length 1 at right angles.</summary>
/// <example><code>
/// var recorder = new WeightRecorder();
/// model.Fit(x, y, epochs: 50, callbacks: [recorder]);
/// var plane = WeightPlane.Principal(recorder.Path);
/// var losses = Landscape.Plane(Landscape.LossOf(model, x, y), model.TrainableWeights, plane, plane.Around());
/// </code></example>
public sealed class WeightPlane
{
    readonly double[] origin, right, up;

    WeightPlane(IReadOnlyList<Tensor> origin, double[] right, double[] up, IReadOnlyList<IReadOnlyList<Tensor>> path)
    {
        (this.origin, this.right, this.up) = (Vectors.Flat(origin), right, up);
        (Shape, DType)[] shapes = [.. origin.Select(part => (part.Shape, part.DType))];
        (Origin, Right, Up) = (origin, Vectors.Parts(right, shapes), Vectors.Parts(up, shapes));
        Path = [.. path.Select(Place)];
    }

    /// <summary>θ₀: the weights where α and β are 0.</summary>
    public IReadOnlyList<Tensor> Origin { get; }

    /// <summary>The direction a, of length 1.</summary>
    public IReadOnlyList<Tensor> Right { get; }

    /// <summary>The direction b, of length 1, at right angles to a.</summary>
    public IReadOnlyList<Tensor> Up { get; }

    /// <summary>Where the weights lie that the plane was laid through, and how far each is from it.</summary>
    public IReadOnlyList<(double Alpha, double Beta, double Distance)> Path { get; }

    /// <summary>The parts of the path's variance that lie along a and along b; null where the plane isn't one of principal components.</summary>
    public (double Right, double Up)? VarianceExplained { get; private init; }

    /// <summary>The plane along which a path goes most: through its last point, in the directions of its two principal components.</summary>
    /// <remarks>
    /// The components are those of the deviations from the path's mean. Li et al., 2018, arXiv 1712.09913, section 7: a path
    /// that leaves a random plane at once is seen in this one. Even a random walk has half of its variance and more in two components
    /// (Lorch, 2016); a great part alone proves no simple landscape.
    /// </remarks>
    /// <param name="path">At least three sets of weights, as <see cref="Callbacks.WeightRecorder"/> records them.</param>
    /// <exception cref="ArgumentException">There are fewer sets than three, or they don't fit each other, or all are the same.</exception>
    public static WeightPlane Principal(IReadOnlyList<IReadOnlyList<Tensor>> path)
    {
        RequireLike(path, 3);
        var points = path.Select(Vectors.Flat).ToArray();
        var mean = new double[points[0].Length];
        foreach (var point in points)
        {
            Vectors.AddTo(mean, 1.0 / points.Length, point);
        }
        var deviations = Array.ConvertAll(points, point => Vectors.Subtract(point, mean));
        var variance = deviations.Sum(deviation => Vectors.Dot(deviation, deviation));
        // The mean is rounded: points that are all the same still differ from it.
        if (!(variance > 1e-26 * points.Sum(point => Vectors.Dot(point, point)) && double.IsFinite(variance)))
        {
            throw new ArgumentException("The path doesn't move, or leaves the finite numbers: there are no principal components.", nameof(path));
        }
        var (values, components) = Components(deviations);
        return new WeightPlane(path[^1], components[0], components[1], path)
        {
            VarianceExplained = (values[0] / variance, values[1] / variance),
        };
    }

    /// <summary>The plane of a descent's two principal components.</summary>
    /// <exception cref="ArgumentException">It has fewer than three points, or they don't move.</exception>
    public static WeightPlane Principal(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        return Principal([.. trajectory.Iterates.Select(iterate => (IReadOnlyList<Tensor>)[iterate.Point])]);
    }

    /// <summary>The plane through three sets of weights: a leads from the first to the second, and the third lies above that line.</summary>
    /// <remarks>Garipov et al., 2018, arXiv 1802.10026, show so that minima of separate trainings are joined by curved valleys.</remarks>
    /// <exception cref="ArgumentException">They don't fit each other, or lie on one line.</exception>
    public static WeightPlane Through(IReadOnlyList<Tensor> first, IReadOnlyList<Tensor> second, IReadOnlyList<Tensor> third)
    {
        RequireLike([first, second, third], 3);
        var origin = Vectors.Flat(first);
        var (right, up) = (Vectors.Subtract(Vectors.Flat(second), origin), Vectors.Subtract(Vectors.Flat(third), origin));
        var (width, height) = (Vectors.Norm(right), Vectors.Norm(up));
        right = Vectors.Scale(1 / width, right);
        Vectors.AddTo(up, -Vectors.Dot(up, right), right);
        Vectors.AddTo(up, -Vectors.Dot(up, right), right);
        var above = Vectors.Norm(up);
        if (!(width > 0 && above > 1e-7 * height))
        {
            throw new ArgumentException("The three sets of weights lie on one line: no plane is theirs alone. Give sets of separate trainings.", nameof(third));
        }
        return new WeightPlane(first, right, Vectors.Scale(1 / above, up), [first, second, third]);
    }

    /// <summary>Where some weights lie, seen from straight above the plane, and how far they are from it.</summary>
    /// <exception cref="ArgumentException">They haven't the shapes of the plane's.</exception>
    public (double Alpha, double Beta, double Distance) Place(IReadOnlyList<Tensor> weights)
    {
        RequireLike([Origin, weights], 2);
        var away = Vectors.Subtract(Vectors.Flat(weights), origin);
        var (alpha, beta) = (Vectors.Dot(away, right), Vectors.Dot(away, up));
        Vectors.AddTo(away, -alpha, right);
        Vectors.AddTo(away, -beta, up);
        return (alpha, beta, Vectors.Norm(away));
    }

    /// <summary>The window that holds the path and a margin.</summary>
    /// <param name="margin">The margin on each side, as a part of the path's width and height.</param>
    public Window Around(double margin = 0.25)
    {
        var (left, right) = (Path.Min(point => point.Alpha), Path.Max(point => point.Alpha));
        var (bottom, top) = (Path.Min(point => point.Beta), Path.Max(point => point.Beta));
        // A path that is nearly straight still gets a window to look at.
        var (width, height) = (Math.Max(right - left, 0.1 * (top - bottom)), Math.Max(top - bottom, 0.1 * (right - left)));
        return new Window(left - margin * width, right + margin * width, bottom - margin * height, top + margin * height);
    }

    /// <summary>The two greatest principal values and directions of some deviations, from the smaller of their two product matrices.</summary>
    static (double[] Values, double[][] Directions) Components(double[][] deviations)
    {
        var (n, size) = (deviations.Length, deviations[0].Length);
        var rows = Tensor.From([.. deviations.SelectMany(deviation => deviation)], n, size);
        var bySamples = n <= size;
        var matrix = bySamples ? rows.MatMul(rows.Transpose()) : rows.Transpose().MatMul(rows);
        var order = Math.Min(n, size);
        var (values, vectors, _, _, _) = Lanczos.Ends(
            v => matrix.MatMul(Tensor.From(v)).ToArray<double>(), order, Math.Min(2, order), 0, 1e-10, order, new RandomStream(0));
        var directions = new List<double[]>();
        for (var i = 0; i < 2; i++)
        {
            var k = values.Length - 1 - i;
            var direction = k < 0 ? new double[size] : bySamples ? Tensor.From(vectors[k]).MatMul(rows).ToArray<double>() : vectors[k];
            directions.Add(Unit(direction, directions, size));
        }
        return ([values[^1], values.Length > 1 ? Math.Max(0, values[^2]) : 0], [.. directions]);
    }

    /// <summary>A direction with length 1, at right angles to others; a random one where it has no length of its own.</summary>
    static double[] Unit(double[] direction, List<double[]> others, int size)
    {
        var length = Vectors.Norm(direction);
        var unit = length > 0 ? Vectors.Scale(1 / length, direction) : direction;
        for (var trial = 0; ; trial++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                others.ForEach(other => Vectors.AddTo(unit, -Vectors.Dot(unit, other), other));
            }
            var left = Vectors.Norm(unit);
            if (left > 1e-6 || trial == 3)
            {
                return left > 0 ? Vectors.Scale(1 / left, unit) : unit;
            }
            unit = Vectors.RandomUnit(size, new RandomStream(trial));
        }
    }

    static void RequireLike(IReadOnlyList<IReadOnlyList<Tensor>> path, int least)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count < least)
        {
            throw new ArgumentException($"There are {path.Count} sets of weights; at least {least} are needed.", nameof(path));
        }
        foreach (var weights in path)
        {
            if (!weights.Select(part => part.Shape).SequenceEqual(path[0].Select(part => part.Shape)))
            {
                static string Shapes(IReadOnlyList<Tensor> weights) => string.Join(", ", weights.Select(part => part.Shape.ToString()));
                throw new ArgumentException($"Sets of weights have shapes {Shapes(path[0])} and {Shapes(weights)}; they must be of one model.", nameof(path));
            }
        }
    }
}
