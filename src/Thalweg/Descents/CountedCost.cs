using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>A cost with its derivatives as functions of plain numbers, counted, computed by plans in Float64.</summary>
sealed class CountedCost
{
    readonly Shape shape;
    readonly TracedFunction values, gradients, products;
    readonly List<Tensor> path = [];

    public CountedCost(Func<Tensor, Tensor> cost, Tensor start, Func<Tensor, Tensor>? gradient = null)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(start);
        shape = start.Shape;
        Start = start.ToArray<double>();
        Func<Tensor, Tensor> slope = gradient ?? Gradient.Of(cost);
        values = Plan.Trace(x => [cost(x[0]).Reshape([])]);
        gradients = Plan.Trace(x =>
        {
            if (gradient is not null)
            {
                return [cost(x[0]).Reshape([]), gradient(x[0])];
            }
            var (value, derivative) = Gradient.ValueAndGradient(cost)(x[0]);
            return [value.Reshape([]), derivative];
        });
        products = Plan.Trace(x => [Gradient.VectorJacobianProduct(slope, x[0], x[1]).Product]);
        path.Add(Point(Start));
    }

    public double[] Start { get; }

    public int Evaluations { get; private set; }

    public int GradientEvaluations { get; private set; }

    public double Value(double[] x)
    {
        Evaluations++;
        return values.Run(Point(x))[0].Item();
    }

    public (double Value, double[] Gradient) ValueAndGradient(double[] x)
    {
        Evaluations++;
        GradientEvaluations++;
        var results = gradients.Run(Point(x));
        return (results[0].Item(), results[1].ToArray<double>());
    }

    /// <summary>The Hessian times a vector.</summary>
    public double[] HessianProduct(double[] x, double[] v)
    {
        GradientEvaluations++;
        return products.Run(Point(x), Point(v))[0].ToArray<double>();
    }

    /// <summary>Takes down the point that an iteration reached.</summary>
    public void Reached(double[] x) => path.Add(Point(x));

    public Minimum Result(double[] x, double cost, double[]? gradient, MinimumStatus status, int iterations) => new(
        Point(x), cost, gradient is null ? double.NaN : Vectors.Greatest(gradient), status, iterations, Evaluations, GradientEvaluations, path);

    Tensor Point(double[] x) => Tensor.From((ReadOnlySpan<double>)x, shape);
}
