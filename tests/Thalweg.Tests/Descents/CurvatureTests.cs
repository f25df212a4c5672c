using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class CurvatureTests
{
    static ReferenceNode Chapter => ReferenceFile.Load("chapter")["logistic"];

    static LogisticRegression Logistic => new(Chapter["X"].Array.ToTensor(), Chapter["y"].Array.ToTensor(), Chapter["lam"].Number);

    static Tensor Optimum => Tensor.From(Chapter["optimum"].Array.Data);

    /// <summary>½ xᵀ D x with a diagonal D.</summary>
    static Objective Bowl(params double[] curvatures) => Objective.From(x => (x.Square() * Tensor.From(curvatures)).Sum() * 0.5, Tensor.Ones([curvatures.Length], DType.Float64));

    [Fact]
    public void Eigenvalues_and_products_on_the_problem_of_the_chapter()
    {
        var curvature = Curvature.Of(Logistic, Optimum);
        var pairs = curvature.Eigenvalues(greatest: 1, least: 1, tolerance: 1e-12);
        Near.Equal(Chapter["hessian_eigenvalues"].Array.Data.Order().ToArray(), pairs.Values.ToArray(), 1e-10);
        Assert.Equal((2, 2, true), (pairs.Products, curvature.Products, pairs.Converged));
        var v = Tensor.Of(0.3, -2);
        Near.Equal(Chapter["hessian_at_optimum"].Array.ToTensor().MatMul(v), curvature.Product([v])[0], 1e-10);
        Near.Equal(Chapter["optimum_cost"].Number, curvature.Loss, 1e-12);
        Near.Equal(Chapter["local_divergence_rate"].Number, 2 / curvature.Sharpness(1e-12), 1e-10);
    }

    [Fact]
    public void Gradient_descent_converges_just_below_the_limit_and_diverges_just_above()
    {
        var limit = 2 / Curvature.Of(Logistic, Optimum).Sharpness(1e-12);
        double[] Distances(double rate) => [.. Descent.Run(Logistic, Optimum + Tensor.Of(1e-4, 1e-4), new Sgd(rate), 300).Iterates.Select(iterate => (iterate.Point - Optimum).Square().Sum().Sqrt().Item())];
        var (below, above) = (Distances(0.99 * limit), Distances(1.01 * limit));
        // Along the steepest bend each step multiplies the distance by 1 − rate · λ: by −0.98 and by −1.02.
        Assert.InRange(below[300] / below[100], Math.Pow(0.98, 200) * 0.9, Math.Pow(0.98, 200) * 1.1);
        Assert.True(above[300] > 30 * above[0] && above.Skip(100).Zip(above.Skip(101), (a, b) => b > a).All(grows => grows));
    }

    [Fact]
    public void Products_with_a_models_hessian_are_differences_of_its_gradient()
    {
        var (x, y) = IrisData.Load(DType.Float64);
        var model = IrisData.Network("sgd", DType.Float64, "tanh", 6, 5);
        var curvature = Curvature.Of(model, x, y);
        Assert.Equal(model.ParameterCount, curvature.Size);
        Tensor[] direction = [.. model.TrainableWeights.Select((w, i) => Tensor.RandomNormal(w.Shape, type: DType.Float64, stream: new RandomStream(i)))];
        var product = Vectors.Flat(curvature.Product(direction));
        var before = model.GetWeights();
        double[] Slope(double t)
        {
            model.SetWeights([.. before.Zip(direction, (w, d) => w + d * t)]);
            return Vectors.Flat(Gradient.Of(Landscape.LossOf(model, x, y), model.TrainableWeights).Gradients);
        }
        var difference = Vectors.Scale(1 / 2e-5, Vectors.Subtract(Slope(1e-5), Slope(-1e-5)));
        Near.Equal(difference, product, 1e-7);
    }

    [Fact]
    public void The_eigenvalue_of_a_large_network_takes_few_products()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("adam", DType.Float32, "relu", 256, 256, 256);
        model.Fit(x, y, epochs: 3, batchSize: 30, shuffle: false, verbose: Thalweg.Callbacks.Verbosity.Silent);
        var curvature = Curvature.Of(model, x, y);
        var leading = curvature.Eigenvalues(tolerance: 1e-3);
        Assert.True(leading.Converged);
        Assert.InRange(curvature.Products, 2, 50);
        Assert.Equal(leading.Products, curvature.Products);
        Near.Equal(1, leading.Values[0] / curvature.Eigenvalues(tolerance: 1e-5, seed: 5).Values[0], 1e-3);
        var (v, bent) = (leading.Vectors[0], curvature.Product(leading.Vectors[0]));
        Near.Equal(1, v.Sum(part => part.Square().Sum().Item()), 1e-5);
        Near.Equal(leading.Values[0], v.Zip(bent, (a, b) => (a * b).Sum().Item()).Sum(), 1e-3 * leading.Values[0]);
    }

    [Fact]
    public void After_training_on_it_is_the_curvature_of_the_new_weights()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("sgd", DType.Float32, "tanh", 8);
        var curvature = Curvature.Of(model, x, y);
        var before = (curvature.Loss, curvature.Sharpness());
        model.Fit(x, y, epochs: 20, verbose: Thalweg.Callbacks.Verbosity.Silent);
        Assert.Equal(model.Evaluate(x, y, batchSize: 150)["loss"], curvature.Loss, 1e-6);
        Assert.NotEqual(before, (curvature.Loss, curvature.Sharpness()));
    }

    [Fact]
    public void Trace()
    {
        // Of a diagonal matrix every vector of ±1 gives the trace itself.
        var exact = Curvature.Of(Bowl(1, 2, -4, 0.5)).Trace(3);
        Near.Equal(-0.5, exact.Value, 1e-14);
        Near.Equal(0, exact.StandardError, 1e-14);

        var curvature = Curvature.Of(new Quadratic(100, 0.4));
        var estimate = curvature.Trace(400, seed: 1);
        Assert.InRange(Math.Abs(estimate.Value - 101), 0, 4 * estimate.StandardError);
        Assert.InRange(estimate.StandardError, 1, 8);
        Assert.Equal((400, 400), (estimate.Probes, curvature.Products));
    }

    [Fact]
    public void Density()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i < 180 ? i / 1000.0 : 10 + i / 100.0)];
        var density = Curvature.Of(Bowl(values)).Density(probes: 30, steps: 30, seed: 1);
        Near.Equal(1, density.Weights.Sum(), 1e-12);
        Assert.Equal(density.Values.Order(), density.Values);
        Near.Equal(0.9, density.Below(5), 0.02);
        Near.Equal(values.Average(), density.Mean, 0.2);
        Near.Equal(values[^1], density.Values[^1], 1e-3);
        // With as many steps as rows it is exact: each eigenvalue by itself.
        Near.Equal([1, 2, 5], Curvature.Of(Bowl(2, 5, 1)).Density(probes: 1, steps: 10).Values.ToArray(), 1e-12);
    }

    [Fact]
    public void The_rise_uphill_in_a_bowl()
    {
        // From (1, 0) with curvature 4: ½ 4 (1.1² − 1).
        var rise = Curvature.Of(Objective.From(x => x[0].Square() * 2 + x[1].Square(), Tensor.Of(1.0, 0))).AscentSharpness(0.1);
        Near.Equal(0.42, rise, 1e-12);
        Assert.Equal(0, Curvature.Of(Bowl(1, 1), Tensor.Of(0.0, 0)).AscentSharpness());
    }

    [Fact]
    public void Threads_and_vector_width_change_no_bit()
    {
        var (x, y) = IrisData.Load();
        var model = IrisData.Network("sgd", DType.Float32, "relu", 128, 128);
        (double[], TraceEstimate)? first = null;
        Widths.ForEach(where =>
        {
            var curvature = Curvature.Of(model, x, y);
            double[] values = [.. curvature.Eigenvalues(2, 1, products: 20).Values];
            var trace = curvature.Trace(3);
            first ??= (values, trace);
            Assert.True(first.Value.Item1.SequenceEqual(values) && first.Value.Item2 == trace, where);
        });
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        Assert.Throws<ArgumentException>(() => Curvature.Of(() => Tensor.Scalar(1), []));
        Assert.Throws<ArgumentException>(() => Curvature.Of(new Rosenbrock()).Eigenvalues(2, 1));
        Assert.Throws<ArgumentException>(() => Curvature.Of(new Rosenbrock()).Eigenvalues(0, 0));
        Assert.Throws<ArgumentException>(() => Curvature.Of(new Rosenbrock()).Product([Tensor.Of(1.0)]));
        Assert.Throws<InvalidOperationException>(() => Curvature.Of(new Sequential(), Tensor.Zeros([1]), Tensor.Zeros([1])));
    }
}
