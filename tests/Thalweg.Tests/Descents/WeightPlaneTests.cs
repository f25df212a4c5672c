using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class WeightPlaneTests
{
    /// <summary>Sets of weights of two tensors, 3 × 2 and 4.</summary>
    static IReadOnlyList<Tensor> Weights(params double[] ten) => [Tensor.From(ten[..6], 3, 2), Tensor.From(ten[6..])];

    static double[] Numbers(IReadOnlyList<Tensor> weights) => [.. weights.SelectMany(part => part.ToArray<double>())];

    static double[] Random(int seed)
    {
        var numbers = new double[10];
        new RandomStream(seed).Normal(numbers);
        return numbers;
    }

    /// <summary>Points of a plane of its own, with something besides.</summary>
    static IReadOnlyList<IReadOnlyList<Tensor>> Path(int count, double besides)
    {
        var (a, b) = (Random(1), Random(2));
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var noise = Random(100 + i);
            return Weights([.. Enumerable.Range(0, 10).Select(k => 5 * Math.Cos(i * 0.3) * a[k] + 2 * Math.Sin(i * 0.5) * b[k] + besides * noise[k])]);
        })];
    }

    [Theory]
    [InlineData(6)]         // fewer points than weights
    [InlineData(25)]        // more
    public void A_path_in_a_plane_is_found_whole(int count)
    {
        var path = Path(count, 0);
        var plane = WeightPlane.Principal(path);
        Near.Equal(1, plane.VarianceExplained!.Value.Right + plane.VarianceExplained.Value.Up, 1e-10);
        Assert.All(plane.Path, point => Assert.InRange(point.Distance, 0, 1e-8));
        Assert.Equal((0, 0, 0), plane.Path[^1]);
        var (first, a, b) = (plane.Path[0], Numbers(plane.Right), Numbers(plane.Up));
        Near.Equal(Numbers(path[0]), [.. Numbers(plane.Origin).Select((x, i) => x + first.Alpha * a[i] + first.Beta * b[i])], 1e-9);
        Near.Equal([1, 1, 0], [Vectors.Dot(a, a), Vectors.Dot(b, b), Vectors.Dot(a, b)], 1e-10);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(25)]
    public void Components_are_the_eigenvectors_of_the_covariance(int count)
    {
        var path = Path(count, 0.7);
        var plane = WeightPlane.Principal(path);
        var rows = Tensor.Stack([.. path.Select(weights => Tensor.From(Numbers(weights)))]);
        rows -= rows.Mean(axis: 0);
        var (values, vectors) = SymmetricEigen.Of(rows.Transpose().MatMul(rows));
        var total = values.Sum();
        Near.Equal([values[9] / total, values[8] / total], [plane.VarianceExplained!.Value.Right, plane.VarianceExplained.Value.Up], 1e-9);
        Assert.Equal(1, Math.Abs(Vectors.Dot(Numbers(plane.Right), vectors[.., 9].ToArray<double>())), 1e-8);
        Assert.Equal(1, Math.Abs(Vectors.Dot(Numbers(plane.Up), vectors[.., 8].ToArray<double>())), 1e-8);
        var (alpha, beta, distance) = plane.Path[0];
        var away = Vectors.Subtract(Numbers(path[0]), Numbers(path[^1]));
        Near.Equal(Vectors.Dot(away, away), alpha * alpha + beta * beta + distance * distance, 1e-10);
        Assert.True(distance > 0.1);
    }

    [Fact]
    public void A_straight_path_has_a_second_direction_all_the_same()
    {
        double[] step = Random(3);
        var plane = WeightPlane.Principal([.. Enumerable.Range(0, 5).Select(i => Weights(Vectors.Scale(i, step)))]);
        Near.Equal([1, 0], [plane.VarianceExplained!.Value.Right, plane.VarianceExplained.Value.Up], 1e-12);
        Near.Equal(1, Vectors.Norm(Numbers(plane.Up)), 1e-12);
        var window = plane.Around();
        Assert.True(window.Right > window.Left && window.Top > window.Bottom);
    }

    [Fact]
    public void A_descent_of_two_variables_lies_in_its_plane()
    {
        var descent = Descent.Run(new Rosenbrock(), optimizer: new Sgd(1e-3), steps: 30);
        var plane = WeightPlane.Principal(descent);
        Assert.Equal(31, plane.Path.Count);
        Assert.All(plane.Path, point => Assert.InRange(point.Distance, 0, 1e-12));
        var window = plane.Around(0.1);
        Assert.All(plane.Path, point => Assert.True(point.Alpha > window.Left && point.Alpha < window.Right && point.Beta > window.Bottom && point.Beta < window.Top));
    }

    [Fact]
    public void Three_sets_of_weights()
    {
        var (first, second, third) = (Weights(Random(1)), Weights(Random(2)), Weights(Random(3)));
        var plane = WeightPlane.Through(first, second, third);
        Assert.Equal((0, 0, 0), plane.Path[0]);
        Near.Equal(Vectors.Norm(Vectors.Subtract(Random(2), Random(1))), plane.Path[1].Alpha, 1e-12);
        Near.Equal(0, plane.Path[1].Beta, 1e-12);
        Assert.True(plane.Path[2].Beta > 0);
        Assert.All(plane.Path, point => Assert.InRange(point.Distance, 0, 1e-12));
        Assert.Null(plane.VarianceExplained);
        Assert.Contains("one line", Assert.Throws<ArgumentException>(() => WeightPlane.Through(first, second, Weights(Vectors.Add(Random(1), 2, Vectors.Subtract(Random(2), Random(1)))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plane_of_a_training_has_the_bits_of_the_models_loss_at_its_end()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("adam", DType.Float32, "relu", 16, 16);
        var recorder = new WeightRecorder();
        model.Fit(x, y, epochs: 12, callbacks: [recorder], shuffle: false, verbose: Verbosity.Silent);
        var plane = WeightPlane.Principal(recorder.Path);
        Assert.InRange(plane.VarianceExplained!.Value.Right + plane.VarianceExplained.Value.Up, 0.8, 1);
        var loss = Landscape.LossOf(model, x, y);
        var losses = Landscape.Plane(loss, model.TrainableWeights, plane, new Window(-2, 2, -2, 2), points: 5);
        Assert.Equal(loss().Item(), losses[2, 2]);
        Assert.True(losses[2, 2] < losses[0, 0] || losses[2, 2] < losses[4, 4]);

        // The plane keeps its place when the model moves on.
        model.Fit(x, y, epochs: 2, shuffle: false, verbose: Verbosity.Silent);
        Assert.Equal(losses[2, 2], Landscape.Plane(loss, model.TrainableWeights, plane, new Window(-2, 2, -2, 2), points: 5)[2, 2]);
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        Assert.Contains("at least 3", Assert.Throws<ArgumentException>(() => WeightPlane.Principal(Path(2, 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WeightPlane.Principal([Weights(Random(1)), Weights(Random(1)), Weights(Random(1))]));
        Assert.Throws<ArgumentException>(() => WeightPlane.Principal([Weights(Random(1)), [Tensor.Of(1.0)], Weights(Random(1))]));
        Assert.Throws<ArgumentException>(() => WeightPlane.Principal(Path(4, 1)).Place([Tensor.Of(1.0)]));
    }
}
