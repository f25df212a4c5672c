namespace Thalweg.Descents.Objectives;

/// <summary>Linear least squares, f(w) = ½ Σᵢ (xᵢ·w − yᵢ)²: a quadratic bowl whose shape the inputs' scales decide.</summary>
public sealed class LeastSquares : Objective
{
    readonly Tensor inputs, targets;
    readonly Lazy<Minimum> least;

    /// <summary>The problem of samples and targets.</summary>
    /// <param name="x">The samples, (n, features).</param>
    /// <param name="y">Their targets, (n).</param>
    /// <exception cref="ArgumentException">The numbers of samples and targets differ.</exception>
    public LeastSquares(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank != 2 || y.Shape != [x.Shape[0]])
        {
            throw new ArgumentException($"Samples of shape (n, features) and targets of shape (n,) are expected, but got {x.Shape} and {y.Shape}.", nameof(y));
        }
        (inputs, targets) = (x, y);
        Start = Tensor.Zeros([x.Shape[1]], x.DType);
        least = new(() => Minimize.NewtonCg(Cost, Start.Cast(DType.Float64), tolerance: 1e-12));
    }

    /// <inheritdoc/>
    public override string Name => "least squares";

    /// <inheritdoc/>
    public override int SampleCount => inputs.Shape[0];

    /// <inheritdoc/>
    public override Tensor Start { get; }

    /// <summary>The minimiser, found by Newton's method when it is first asked for; one of them where inputs depend on each other.</summary>
    public override IReadOnlyList<Tensor> Minimisers => [least.Value.X];

    /// <inheritdoc/>
    public override double? LeastCost => least.Value.Cost;

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x) => Sum(x, inputs, targets);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x, Tensor samples) => Sum(x, inputs.Gather(samples), targets.Gather(samples));

    static Tensor Sum(Tensor w, Tensor rows, Tensor expected) => (w.MatMul(rows.Transpose()) - expected).Square().Sum(axis: -1) * 0.5;
}
