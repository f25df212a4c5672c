using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;
using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace Thalweg.Peers;

/// <summary>
/// Looking at a loss: a plane of 101 × 101 points of 4-256-256-256-3 on 150 samples, products with its Hessian, and 1,000 steps
/// of gradient descent on a logistic regression of two weights. In libtorch the loops that one would write.
/// </summary>
sealed class Landscapes : IPeerWork
{
    const int Points = 101, Samples = 150, Steps = 1000;

    static readonly int[] Widths = [4, 256, 256, 256, 3];

    public string Name => "landscape";

    public IEnumerable<Duel> Duels()
    {
        var random = new Random(1);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        var x = Numbers(Samples * Widths[0]);
        int[] labels = [.. Enumerable.Range(0, Samples).Select(i => i % 3)];
        var weights = Enumerable.Range(0, Widths.Length - 1).SelectMany(i => (float[][])[Numbers(Widths[i] * Widths[i + 1]), Numbers(Widths[i + 1])]).ToArray();
        float[][] a = [.. weights.Select(w => Numbers(w.Length))], b = [.. weights.Select(w => Numbers(w.Length))];
        yield return new Duel($"product with the Hessian of 4-256-256-256-3 on {Samples} samples", 1, OurProduct(x, labels, weights, a), TheirProduct(x, labels, weights, a));
        var (points, signs) = (Numbers(40), Enumerable.Range(0, 20).Select(i => i % 2 * 2.0 - 1).ToArray());
        yield return new Duel($"{Steps:N0} steps of gradient descent on a logistic regression of two weights, each with its loss", 1, OurDescent(points, signs), TheirDescent(points, signs));
        yield return new Duel($"plane of {Points} × {Points} losses of 4-256-256-256-3 on {Samples} samples", 0.333, OurPlane(x, labels, weights, a, b), TheirPlane(x, labels, weights, a, b));
    }

    static (Sequential Model, Tensor X, Tensor Y) Model(float[] x, int[] labels, float[][] weights)
    {
        var model = new Sequential([new InputLayer(4), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(3, "softmax")]);
        model.Compile("sgd", "sparse_categorical_crossentropy");
        model.SetWeights(Shaped(model.Weights, weights));
        return (model, Tensor.From(x).Reshape([Samples, 4]), Tensor.From(labels));
    }

    static Tensor[] Shaped(IReadOnlyList<Variable> like, float[][] parts) => [.. like.Select((w, i) => Tensor.From(parts[i]).Reshape(w.Shape))];

    static Action OurPlane(float[] x, int[] labels, float[][] weights, float[][] a, float[][] b)
    {
        var (model, inputs, targets) = Model(x, labels, weights);
        var (right, up) = (Shaped(model.Weights, a), Shaped(model.Weights, b));
        return () => Landscape.Plane(Landscape.LossOf(model, inputs, targets), model.Weights, right, up, radius: 0.1, points: Points);
    }

    static Action OurProduct(float[] x, int[] labels, float[][] weights, float[][] direction)
    {
        var (model, inputs, targets) = Model(x, labels, weights);
        var curvature = Curvature.Of(model, inputs, targets);
        var vector = Shaped(model.Weights, direction);
        return () => curvature.Product(vector);
    }

    static torch.Tensor[] Matrices(float[][] parts) => [.. parts.Select((part, i) => i % 2 == 0 ? torch.tensor(part, [Widths[i / 2], Widths[i / 2 + 1]]) : torch.tensor(part))];

    static torch.Tensor Loss(torch.Tensor x, torch.Tensor y, torch.Tensor[] w)
    {
        for (var i = 0; i < w.Length; i += 2)
        {
            x = torch.addmm(w[i + 1], x, w[i], 1, 1);
            x = i + 2 < w.Length ? x.relu() : x;
        }
        return F.cross_entropy(x, y);
    }

    static (torch.Tensor X, torch.Tensor Y) Data(float[] x, int[] labels) => (torch.tensor(x, [Samples, 4]), torch.tensor(labels.Select(label => (long)label).ToArray()));

    static Action TheirPlane(float[] x, int[] labels, float[][] weights, float[][] a, float[][] b)
    {
        var (inputs, targets) = Data(x, labels);
        var (w, right, up) = (Matrices(weights), Matrices(a), Matrices(b));
        var losses = new double[Points, Points];
        return () =>
        {
            using var still = torch.no_grad();
            for (var i = 0; i < Points; i++)
            {
                for (var j = 0; j < Points; j++)
                {
                    using var scope = torch.NewDisposeScope();
                    double alpha = 0.1 * (2.0 * j / (Points - 1) - 1), beta = 0.1 * (2.0 * i / (Points - 1) - 1);
                    torch.Tensor[] moved = [.. w.Select((part, k) => part.add(right[k], alpha).add_(up[k], beta))];
                    losses[i, j] = Loss(inputs, targets, moved).item<float>();
                }
            }
        };
    }

    static Action TheirProduct(float[] x, int[] labels, float[][] weights, float[][] direction)
    {
        var (inputs, targets) = Data(x, labels);
        torch.Tensor[] w = [.. Matrices(weights).Select(part => part.requires_grad_())], v = Matrices(direction);
        return () =>
        {
            using var scope = torch.NewDisposeScope();
            var slope = torch.autograd.grad([Loss(inputs, targets, w)], w, retain_graph: true, create_graph: true);
            var along = slope.Select((part, i) => part.mul(v[i]).sum()).Aggregate((sum, part) => sum.add(part));
            torch.autograd.grad([along], w);
        };
    }

    static Action OurDescent(float[] points, double[] signs)
    {
        var objective = new LogisticRegression(Tensor.From(points).Reshape([20, 2]).Cast(DType.Float64), Tensor.From(signs), 0.1);
        return () => Descent.Run(objective, optimizer: new Sgd(0.2), steps: Steps);
    }

    static Action TheirDescent(float[] points, double[] signs)
    {
        var rows = torch.tensor([.. points.Select((value, i) => value * signs[i / 2])], [20, 2], dtype: torch.float64);
        return () =>
        {
            using var w = torch.zeros(2, dtype: torch.float64, requires_grad: true);
            var costs = new double[Steps];
            for (var i = 0; i < Steps; i++)
            {
                using var scope = torch.NewDisposeScope();
                var cost = F.softplus(rows.matmul(w).neg()).sum().add(w.square().sum().mul(0.05));
                cost.backward();
                costs[i] = cost.item<double>();
                using var still = torch.no_grad();
                w.sub_(w.grad!.mul(0.2));
                w.grad!.zero_();
            }
        };
    }
}
