namespace Thalweg.Descents.Objectives;

/// <summary>Regularised logistic regression, f(w) = Σᵢ ln(1 + exp(−yᵢ xᵢ·w)) + λ/2 |w|², for labels of ±1: smooth, convex, and a sum over samples.</summary>
/// <remarks>A minibatch of b of the n samples has the part λ b / n of the penalty, so that the minibatches of an epoch add up to the whole.</remarks>
public sealed class LogisticRegression : Objective
{
    readonly Tensor signed;     // yᵢ xᵢ, a row for each sample
    readonly Lazy<Minimum> least;

    /// <summary>The problem of samples and labels.</summary>
    /// <param name="x">The samples, (n, features).</param>
    /// <param name="y">Their labels, −1 or 1, (n).</param>
    /// <param name="lambda">How much large weights cost.</param>
    /// <exception cref="ArgumentException">A label is neither −1 nor 1, or the numbers of samples and labels differ.</exception>
    public LogisticRegression(Tensor x, Tensor y, double lambda = 0.1)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank != 2 || y.Shape != [x.Shape[0]])
        {
            throw new ArgumentException($"Samples of shape (n, features) and labels of shape (n,) are expected, but got {x.Shape} and {y.Shape}.", nameof(y));
        }
        if (y.Abs().NotEqual(1).Any().Item() != 0)
        {
            throw new ArgumentException("Labels are −1 or 1; of 0 and 1 make y * 2 - 1.", nameof(y));
        }
        ArgumentOutOfRangeException.ThrowIfNegative(lambda);
        signed = x * y.Cast(x.DType).ExpandDims(1);
        Lambda = lambda;
        Start = Tensor.Zeros([x.Shape[1]], x.DType);
        least = new(() => Minimize.NewtonCg(Cost, Start.Cast(DType.Float64), tolerance: 1e-12));
    }

    /// <summary>How much large weights cost, λ.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    public override string Name => "logistic regression";

    /// <inheritdoc/>
    public override int SampleCount => signed.Shape[0];

    /// <inheritdoc/>
    public override Tensor Start { get; }

    /// <summary>The one minimiser, found by Newton's method when it is first asked for; none where λ is 0, and classes that a line separates push it to infinity.</summary>
    public override IReadOnlyList<Tensor> Minimisers => Lambda > 0 ? [least.Value.X] : [];

    /// <inheritdoc/>
    public override double? LeastCost => Lambda > 0 ? least.Value.Cost : null;

    /// <inheritdoc/>
    public override Window? Window => new Window(-1, 8, -4, 4);

    /// <summary>Below this rate gradient descent converges from anywhere: 2 / L, L the greatest eigenvalue of ¼ XᵀX + λ.</summary>
    public double SafeLearningRate => 2 / (SymmetricEigen.Values(signed.Transpose().MatMul(signed) * 0.25)[^1] + Lambda);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x) => Sum(x, signed) + Penalty(x);

    /// <inheritdoc/>
    public override Tensor Cost(Tensor x, Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Sum(x, signed.Gather(samples)) + Penalty(x) * ((double)samples.Size / SampleCount);
    }

    static Tensor Sum(Tensor w, Tensor rows) => (-(w.MatMul(rows.Transpose()))).Softplus().Sum(axis: -1);

    Tensor Penalty(Tensor w) => w.Square().Sum(axis: -1) * (Lambda / 2);
}
