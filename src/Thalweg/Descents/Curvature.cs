using Thalweg.Catalogs;
using Thalweg.Models;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>
/// How a loss bends around the weights that some variables hold: its Hessian H, which is never formed, only multiplied with
/// vectors. A product is one run of a plan, and costs about as much as two or three gradients.
/// </summary>
/// <remarks>
/// H v = ∇(∇L · v): Pearlmutter, 1994. Where weights change, what is asked afterwards is of the new ones. Vectors are of
/// Float64 between products, products of the variables' type: for eigenvalues to more than six digits use a Float64 model.
/// </remarks>
/// <example><code>
/// var curvature = Curvature.Of(model, x, y);
/// Console.WriteLine(2 / curvature.Sharpness());      // the learning rate that gradient descent doesn't survive
/// </code></example>
public sealed class Curvature
{
    readonly Func<Tensor> loss;
    readonly TracedFunction products, losses;
    readonly (Shape, DType)[] shapes;

    Curvature(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        if (variables.Count == 0)
        {
            throw new ArgumentException("There are no variables, so there is no curvature. Build the model first, and let some weights be trainable.", nameof(variables));
        }
        (this.loss, Variables) = (loss, variables);
        shapes = [.. variables.Select(variable => (variable.Shape, variable.DType))];
        Size = shapes.Sum(part => part.Item1.Size);
        losses = Plan.Trace(_ => [loss().Reshape([])]);
        products = Plan.Trace(vector => Gradient.Of(
            () =>
            {
                var (_, slope) = Gradient.Of(() => loss().Reshape([]), variables);
                return slope.Select((part, i) => (part * vector[i]).Sum()).Aggregate((sum, part) => sum + part);
            },
            variables).Gradients);
    }

    /// <summary>The variables whose Hessian it is.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>How many numbers the variables hold: H is Size × Size.</summary>
    public int Size { get; }

    /// <summary>How many products have been taken.</summary>
    public int Products { get; private set; }

    /// <summary>The loss at the weights.</summary>
    public double Loss => losses.Run()[0].Item();

    /// <summary>The curvature of a compiled model's loss on data, without dropout, by its trainable weights.</summary>
    /// <exception cref="InvalidOperationException">The model isn't compiled.</exception>
    public static Curvature Of(Model model, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(Landscape.LossOf(model, x, y), model.TrainableWeights);
    }

    /// <summary>The curvature of what is computed from variables.</summary>
    /// <exception cref="ArgumentException">There are no variables.</exception>
    public static Curvature Of(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variables);
        return new Curvature(loss, variables);
    }

    /// <summary>The curvature of an objective at a point.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="point">The point; the objective's start where it isn't given.</param>
    public static Curvature Of(Objective objective, Tensor? point = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var x = new Variable((point ?? objective.Start).Floating(), "x");
        return new Curvature(() => objective.Cost(x.Value), [x]);
    }

    /// <summary>H v for a direction with a part for each variable.</summary>
    /// <exception cref="ArgumentException">The direction hasn't the variables' shapes.</exception>
    public IReadOnlyList<Tensor> Product(IReadOnlyList<Tensor> direction)
    {
        Directions.RequireShapes(Variables, direction);
        Products++;
        return products.Run([.. direction.Select((part, i) => part.Cast(Variables[i].DType))]);
    }

    /// <summary>Eigenvalues at both ends of the spectrum with their eigenvectors, by Lanczos's method with full reorthogonalisation.</summary>
    /// <param name="greatest">How many of the greatest.</param>
    /// <param name="least">How many of the least; negative ones tell of a saddle.</param>
    /// <param name="tolerance">|H v − λ v| over |λ|, at which an eigenvalue is good enough.</param>
    /// <param name="products">The most products; as many vectors are kept in memory.</param>
    /// <param name="seed">The seed of the first vector.</param>
    /// <exception cref="ArgumentException">More are asked for than there are, or none.</exception>
    public Eigenpairs Eigenvalues(int greatest = 1, int least = 0, double tolerance = 1e-3, int products = 100, long seed = 0)
    {
        Require.NotNegative(greatest);
        Require.NotNegative(least);
        if (greatest + least < 1 || greatest + least > Size)
        {
            throw new ArgumentException($"{greatest} + {least} eigenvalues are asked for; the Hessian has {Size}, and at least one must be.", nameof(greatest));
        }
        var (values, vectors, residuals, converged, taken) = Lanczos.Ends(
            Multiply, Size, greatest, least, Require.Positive(tolerance), Math.Max(greatest + least, products), new RandomStream(seed));
        return new Eigenpairs(values, [.. vectors.Select(vector => (IReadOnlyList<Tensor>)Vectors.Parts(vector, shapes))], residuals, converged, taken);
    }

    /// <summary>The greatest eigenvalue, λmax: the curvature along the steepest bend.</summary>
    public double Sharpness(double tolerance = 1e-3, int products = 100, long seed = 0) => Eigenvalues(1, 0, tolerance, products, seed).Values[^1];

    /// <summary>By how much the loss rises over a distance ρ uphill: L(θ + ρ g / |g|) − L(θ), to first order the most within that distance.</summary>
    /// <remarks>The sharpness that SAM keeps small: Foret et al., 2021, arXiv 2010.01412.</remarks>
    public double AscentSharpness(double radius = 0.05)
    {
        Require.Positive(radius);
        var slope = Plan.Trace(_ => Gradient.Of(() => loss().Reshape([]), Variables).Gradients).Run();
        var length = Vectors.Norm(Vectors.Flat(slope));
        var losses = Landscape.Line(loss, Variables, slope, [0, length == 0 ? 0 : radius / length]);
        return losses[1] - losses[0];
    }

    /// <summary>The trace of H, the sum of its eigenvalues, from random vectors of ±1: the mean of z · H z. Hutchinson, 1989.</summary>
    /// <param name="probes">How many vectors, each one product.</param>
    /// <param name="seed">Their seed.</param>
    public TraceEstimate Trace(int probes = 30, long seed = 0)
    {
        Require.Positive(probes);
        var stream = new RandomStream(seed);
        var samples = new double[probes];
        var z = new double[Size];
        for (var i = 0; i < probes; i++)
        {
            stream.Uniform(z, -1, 1);
            double[] signs = Array.ConvertAll(z, number => number < 0 ? -1.0 : 1);
            samples[i] = Vectors.Dot(signs, Multiply(signs));
        }
        var mean = samples.Average();
        var spread = probes == 1 ? double.NaN : Math.Sqrt(samples.Sum(sample => (sample - mean) * (sample - mean)) / (probes - 1));
        return new TraceEstimate(mean, spread / Math.Sqrt(probes), probes);
    }

    /// <summary>How all eigenvalues are spread, by stochastic Lanczos quadrature.</summary>
    /// <remarks>
    /// From each of several random vectors some steps of Lanczos give points and weights of a Gauss quadrature for the spectrum
    /// as that vector sees it; their mean is that of H. Ubaru, Chen and Saad, 2017; Ghorbani, Krishnan and Xiao, 2019, arXiv 1901.10159.
    /// </remarks>
    /// <param name="probes">How many vectors.</param>
    /// <param name="steps">How many products for each.</param>
    /// <param name="seed">Their seed.</param>
    public SpectralDensity Density(int probes = 8, int steps = 40, long seed = 0)
    {
        Require.Positive(probes);
        Require.Positive(steps);
        var points = new List<(double Value, double Weight)>();
        for (var probe = 0; probe < probes; probe++)
        {
            var lanczos = new Lanczos(Multiply, Size, new RandomStream(seed, probe));
            do
            {
                lanczos.Step();
            }
            while (lanczos.Steps < Math.Min(steps, Size) && !lanczos.IsInvariant);
            var (values, parts) = lanczos.Quadrature();
            points.AddRange(values.Zip(parts, (value, part) => (value, part / probes)));
        }
        var sorted = points.OrderBy(point => point.Value).ToArray();
        return new SpectralDensity([.. sorted.Select(point => point.Value)], [.. sorted.Select(point => point.Weight)]);
    }

    /// <summary>H v of a vector in which the variables follow each other.</summary>
    internal double[] Multiply(double[] vector)
    {
        Products++;
        return Vectors.Flat(products.Run(Vectors.Parts(vector, shapes)));
    }
}
