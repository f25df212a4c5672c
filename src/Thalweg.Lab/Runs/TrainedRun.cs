using Thalweg.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Runs;

/// <summary>A run's network with the newest weights that were kept, beside its data: for looking at, while the training goes on elsewhere.</summary>
/// <param name="data">What it learns from.</param>
/// <param name="run">The network.</param>
/// <param name="files">Where its weights are.</param>
sealed class TrainedRun(TrainingData data, TrainingRun run, RunFiles files)
{
    const int MostPoints = 101, MostInSlice = 1001, ShownRows = 1000;

    /// <summary>Loads a run.</summary>
    /// <exception cref="Refusal">There is none, or its first epoch isn't over yet.</exception>
    public static TrainedRun Load(TrainingRuns runs, long id)
    {
        var record = runs.Find(id);
        var (settings, files) = (record.Training, runs.Files(id));
        if (!files.HasWeights)
            throw Refusal.NotFound($"Run {id} has no weights yet: wait until its first epoch is over.");
        using var seed = RandomSeed.Scope(0);
        var (data, run) = runs.Prepare(settings);
        run.Model.SetWeights(files.Weights());
        return new TrainedRun(data, run, files);
    }

    /// <summary>The network and its settings.</summary>
    public TrainingRun Run => run;

    /// <summary>What it learns from.</summary>
    public TrainingData Data => data;

    /// <summary>How often rows of each class are taken for each class, on the rows that were held back where there are any.</summary>
    /// <exception cref="Refusal">Numbers are learned, no classes.</exception>
    public ConfusionAnswer Confusion()
    {
        RequireClasses("A confusion matrix");
        var matrix = run.Confusion(data.Validation ?? (data.X, data.Y));
        int classes = matrix.Classes.Count;
        return new ConfusionAnswer(
            matrix.Classes, [.. Enumerable.Range(0, classes).Select(truth => Enumerable.Range(0, classes).Select(predicted => matrix[truth, predicted]).ToArray())],
            data.Validation is null ? "training" : "validation", matrix.Accuracy);
    }

    /// <summary>What the network says over a grid of two features, all others at their means.</summary>
    /// <param name="fx">The feature to the right, by name or number.</param>
    /// <param name="fy">The feature upwards.</param>
    /// <param name="columns">Points in a row.</param>
    /// <param name="rows">Rows.</param>
    public BoundaryAnswer Boundary(string? fx, string? fy, int columns, int rows)
    {
        Api.FieldApi.RequirePoints(columns, nameof(columns));
        Api.FieldApi.RequirePoints(rows, nameof(rows));
        if (data.InputNames.Count < 2)
            throw Refusal.Bad($"The network has {data.InputNames.Count} input; a boundary needs two.");
        int across = FeatureOf(fx, 0, nameof(fx)), up = FeatureOf(fy, across == 1 ? 0 : 1, nameof(fy));
        if (across == up)
            throw Refusal.Bad($"fx and fy are both '{data.InputNames[across]}': give two features.", nameof(fy));
        var (features, count) = (data.X.Cast(DType.Float64), data.InputNames.Count);
        double[] means = features.Mean(axis: 0).ToArray<double>();
        var (left, right) = Margins(features[.., across].ToArray<double>());
        var (bottom, top) = Margins(features[.., up].ToArray<double>());
        float[] grid = new float[rows * columns * count];
        for (int i = 0; i < rows * columns; i++)
        {
            for (int k = 0; k < count; k++)
                grid[i * count + k] = (float)means[k];
            grid[i * count + across] = (float)(left + (right - left) * (i % columns) / (columns - 1));
            grid[i * count + up] = (float)(bottom + (top - bottom) * (i / columns) / (rows - 1));
        }
        var x = Tensor.From(grid, rows * columns, count);
        int shown = Math.Min(ShownRows, features.Shape[0]);
        int[]? labels = data.IsClassification ? data.Y.ArgMax(axis: -1).ToArray<int>() : null;
        double[] targets = data.IsClassification ? [] : data.Y.Cast(DType.Float64).ToArray<double>();
        double[] xs = features[.., across].ToArray<double>(), ys = features[.., up].ToArray<double>();
        var points = Enumerable.Range(0, shown).Select(row => new BoundaryPoint(Raw(across, xs[row]), Raw(up, ys[row]), labels?[row], labels is null ? targets[row] : null));
        var probabilities = data.IsClassification ? run.Probabilities(x) : null;
        return new BoundaryAnswer(
            [Raw(across, left), Raw(across, right)], [Raw(up, bottom), Raw(up, top)], columns, rows, [data.InputNames[across], data.InputNames[up]], data.InputNames, data.Encoder.ClassNames,
            (probabilities?.ArgMax(axis: -1) ?? run.Model.Predict(x)).Cast(DType.Float64).ToArray<double>(), probabilities?.Max(axis: -1).Cast(DType.Float64).ToArray<double>(), [.. points]);
    }

    /// <summary>The loss around the weights.</summary>
    /// <exception cref="Refusal">Nothing of that kind is known, or it is too large.</exception>
    public LandscapeAnswer Landscape(LandscapeRequest request, CancellationToken cancellation)
    {
        int points = request.Columns ?? 31;
        int most = request.Kind == "slice" ? MostInSlice : MostPoints;
        if (points < 2 || points > most || (request.Rows is { } rows && rows != points && request.Kind != "slice"))
            throw Refusal.Bad($"columns is {points}, rows {request.Rows}: 2 to {most} are possible, as many of each.", "columns");
        double span = request.Span ?? 1;
        if (!(span > 0 && double.IsFinite(span)))
            throw Refusal.Bad("span is how far to go each way: a number above 0 is expected.", "span");
        var (weights, loss) = (run.Model.TrainableWeights, run.LossOnRows());
        switch (request.Kind)
        {
            case "slice":
                return Slice(request, weights, loss, points, span, cancellation);
            case "plane":
                long seed = request.Seed ?? 0;
                var (a, b) = (Directions.FilterNormalized(weights, seed), Directions.FilterNormalized(weights, seed + 1));
                var plane = Thalweg.Descents.Landscape.Plane(loss, weights, a, b, span, points, cancellation: cancellation);
                return new LandscapeAnswer([-span, span], [-span, span], [.. plane.Cast<double>()], points, points, [], [], null, [0, 0]);
            case "path":
                var places = files.Places();
                if (places.Count < 3)
                    throw Refusal.Bad($"The run has {places.Count} places on its way; a plane of principal components needs three. Train for more epochs.", "kind");
                var principal = WeightPlane.Principal(places);
                var window = principal.Around(0.25 * span);
                var over = Thalweg.Descents.Landscape.Plane(loss, weights, principal, window, points, cancellation: cancellation);
                return new LandscapeAnswer(
                    [window.Left, window.Right], [window.Bottom, window.Top], [.. over.Cast<double>()], points, points, [.. principal.Path.Select(place => new[] { place.Alpha, place.Beta })],
                    [.. principal.Path.Select(place => place.Distance)], principal.VarianceExplained is { } explained ? [explained.Right, explained.Up] : null, [principal.Path[^1].Alpha, principal.Path[^1].Beta]);
            default:
                throw Refusal.Bad($"kind is '{request.Kind}'; slice, plane or path is expected.", "kind");
        }
    }

    static LandscapeAnswer Slice(LandscapeRequest request, IReadOnlyList<Variable> weights, Func<Tensor> loss, int points, double span, CancellationToken cancellation)
    {
        int all = weights.Sum(weight => weight.Shape.Size), number = request.Weight ?? 0;
        if (number < 0 || number >= all)
            throw Refusal.Bad(FormattableString.Invariant($"weight is {number}; the network's weights are numbered from 0 to {all - 1}."), "weight");
        int at = number, i = 0;
        for (; at >= weights[i].Shape.Size; i++)
            at -= weights[i].Shape.Size;
        int[] position = new int[weights[i].Shape.Rank];
        for (int axis = position.Length - 1, rest = at; axis >= 0; axis--)
            (position[axis], rest) = (rest % weights[i].Shape[axis], rest / weights[i].Shape[axis]);
        double centre = weights[i].Value.Cast(DType.Float64).ToArray<double>()[at];
        double[] places = [.. Enumerable.Range(0, points).Select(k => 2 * k == points - 1 ? centre : centre + span * (2.0 * k / (points - 1) - 1))];
        double[] values = Thalweg.Descents.Landscape.Slice(loss, weights[i], position, places, cancellation: cancellation);
        return new LandscapeAnswer([centre - span, centre + span], [0, 0], values, points, 1, [], [], null, [centre])
        {
            Weight = $"{weights[i].Path}[{string.Join(", ", position)}]",
            Weights = all,
        };
    }

    void RequireClasses(string what)
    {
        if (!data.IsClassification)
            throw Refusal.Bad($"{what} needs classes; this run learns the numbers of '{data.Encoder.Target}'.");
    }

    int FeatureOf(string? text, int otherwise, string field)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        for (int i = 0; i < data.InputNames.Count; i++)
        {
            if (data.InputNames[i] == text)
                return i;
        }
        return int.TryParse(text, out int number) && number >= 0 && number < data.InputNames.Count
            ? number
            : throw Refusal.Bad($"{field} is '{text}'; the features are {string.Join(", ", data.InputNames)}.", field);
    }

    /// <summary>A number of a feature as it stands in the table.</summary>
    double Raw(int feature, double value)
    {
        if (data.Scaler is not { } scaler)
            return value;
        for (int i = 0; i < scaler.Columns.Count; i++)
        {
            if (scaler.Columns[i] == data.InputNames[feature])
                return value * scaler.Deviations[i] + scaler.Means[i];
        }
        return value;
    }

    static (double Low, double High) Margins(double[] values)
    {
        double low = values.Min(), high = values.Max(), margin = high > low ? 0.08 * (high - low) : 1;
        return (low - margin, high + margin);
    }
}

/// <summary>Which part of a loss landscape a page wants to see.</summary>
/// <param name="Kind">slice (along one weight), plane (of two random directions) or path (of the training's principal components).</param>
/// <param name="Columns">Points in a row.</param>
/// <param name="Rows">Rows; as many as columns.</param>
/// <param name="Span">How far to go each way; for a path, a factor on the margin around it.</param>
/// <param name="Seed">The seed of random directions.</param>
/// <param name="Weight">The number of the weight of a slice.</param>
sealed record LandscapeRequest(string? Kind, int? Columns = null, int? Rows = null, double? Span = null, long? Seed = null, int? Weight = null);
