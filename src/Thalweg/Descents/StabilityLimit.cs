using System.Globalization;
using Thalweg.Optimizers;

namespace Thalweg.Descents;

/// <summary>The learning rate above which an optimiser doesn't settle in a bowl as steep as the loss is where it stands, beside the rate it has.</summary>
/// <remarks>
/// Along an eigenvector with curvature λ each rule is a linear recursion, which grows where the rate exceeds a limit. Of the full
/// gradient, in a quadratic, and without weight decay: in training the loss may hover about the limit ("edge of stability", Cohen
/// et al., 2021, arXiv 2103.00065; for Adam 2022, arXiv 2207.14484), and minibatches lower it.
/// <list type="table">
/// <item><term>gradient descent</term><description>2 / λ</description></item>
/// <item><term>momentum μ</term><description>2 (1 + μ) / λ</description></item>
/// <item><term>Nesterov</term><description>2 (1 + μ) / (1 + 2 μ) / λ</description></item>
/// <item><term>Adam</term><description>2 (1 + β₁) / (1 − β₁) / λ of P⁻¹H, with P = (√v̂ + ε) times the bias correction of m, at the state it has</description></item>
/// <item><term>RMSprop</term><description>2 (1 + μ) / λ of P⁻¹H, with P = √(v + ε)</description></item>
/// </list>
/// </remarks>
/// <param name="Rule">The formula, with λ the sharpness.</param>
/// <param name="Sharpness">λmax, of H or of P⁻¹H.</param>
/// <param name="Limit">The greatest rate that is stable; infinite where the loss bends up in no direction.</param>
/// <param name="LearningRate">The rate of the optimiser's next step.</param>
public sealed record StabilityLimit(string Rule, double Sharpness, double Limit, double LearningRate)
{
    /// <summary>The rate over its limit; above 1 it is unstable.</summary>
    public double Ratio => LearningRate / Limit;

    /// <summary>Whether the rate exceeds the limit.</summary>
    public bool IsExceeded => LearningRate > Limit;

    /// <summary>The limit of an optimiser on a loss.</summary>
    /// <param name="curvature">The loss around its weights.</param>
    /// <param name="optimizer">The optimiser: SGD with or without momentum, Adam, AdamW or RMSprop. The adaptive ones must have moved these variables: their limit depends on what they remember.</param>
    /// <param name="tolerance">How exact the sharpness is, relatively.</param>
    /// <param name="products">The most Hessian-vector products.</param>
    /// <exception cref="NotSupportedException">No limit is known for the optimiser.</exception>
    /// <exception cref="InvalidOperationException">An adaptive optimiser hasn't moved the variables yet.</exception>
    public static StabilityLimit Of(Curvature curvature, Optimizer optimizer, double tolerance = 1e-3, int products = 100)
    {
        ArgumentNullException.ThrowIfNull(curvature);
        ArgumentNullException.ThrowIfNull(optimizer);
        var (rule, factor, preconditioner) = RuleOf(optimizer, curvature);
        var sharpness = preconditioner is null ? curvature.Sharpness(tolerance, products) : Preconditioned(curvature, preconditioner, tolerance, products);
        return new StabilityLimit(rule, sharpness, sharpness > 0 ? factor / sharpness : double.PositiveInfinity, optimizer.LearningRate.At(optimizer.Iterations));
    }

    /// <summary>The limit of an optimiser that has come to rest in a minimum, where the gradients that it remembers have died away: for Adam P = ε, for RMSprop P = √ε. <see cref="MeasuredLimit"/> tries the same out.</summary>
    /// <param name="curvature">The loss around the minimum.</param>
    /// <param name="optimizer">The optimiser: SGD with or without momentum, Adam without AMSGrad, AdamW or RMSprop. Its state doesn't matter.</param>
    /// <param name="tolerance">How exact the sharpness is, relatively.</param>
    /// <param name="products">The most Hessian-vector products.</param>
    /// <exception cref="NotSupportedException">No limit is known for the optimiser.</exception>
    public static StabilityLimit AtRest(Curvature curvature, Optimizer optimizer, double tolerance = 1e-3, int products = 100)
    {
        ArgumentNullException.ThrowIfNull(curvature);
        ArgumentNullException.ThrowIfNull(optimizer);
        return AtRest(curvature.Sharpness(tolerance, products), optimizer);
    }

    /// <summary>The same for a sharpness that is known.</summary>
    /// <param name="sharpness">λmax of the minimum's Hessian.</param>
    /// <param name="optimizer">The optimiser.</param>
    /// <exception cref="NotSupportedException">No limit is known for the optimiser.</exception>
    public static StabilityLimit AtRest(double sharpness, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var (rule, factor, divisor) = optimizer switch
        {
            Sgd sgd => SgdRule(sgd) is var (formula, part) ? (formula, part, 1) : default,
            Adam { AmsGrad: false } adam => ("2 (1 + β₁) / (1 − β₁) / λ of H / ε", 2 * (1 + adam.Beta1) / (1 - adam.Beta1), adam.Epsilon),
            RmsProp { Centered: false } rms => ("2 (1 + μ) / λ of H / √ε", 2 * (1 + rms.Momentum), Math.Sqrt(rms.Epsilon)),
            _ => throw Unknown(optimizer),
        };
        var own = sharpness / divisor;
        return new StabilityLimit(rule, own, own > 0 ? factor / own : double.PositiveInfinity, optimizer.LearningRate.At(optimizer.Iterations));
    }

    /// <summary>The rate, its limit and how they compare, in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"learning rate {LearningRate:g4} is {Ratio:g3} of the limit {Limit:g4} = {Rule}, λ = {Sharpness:g4}{(IsExceeded ? ": unstable" : "")}");

    static (string Rule, double Factor, double[]? Preconditioner) RuleOf(Optimizer optimizer, Curvature curvature)
    {
        switch (optimizer)
        {
            case Sgd sgd:
                var (formula, part) = SgdRule(sgd);
                return (formula, part, null);
            case Adam adam:
                var t = optimizer.Iterations;
                var (first, second) = (1 - Math.Pow(adam.Beta1, t), 1 - Math.Pow(adam.Beta2, t));
                return ("2 (1 + β₁) / (1 − β₁) / λ of P⁻¹H", 2 * (1 + adam.Beta1) / (1 - adam.Beta1), Remembered(adam.AmsGrad ? "velocity_hat" : "velocity", v => first * (v.Sqrt() + adam.Epsilon) / Math.Sqrt(second)));
            case RmsProp { Centered: false } rms:
                return ("2 (1 + μ) / λ of P⁻¹H", 2 * (1 + rms.Momentum), Remembered("velocity", v => (v + rms.Epsilon).Sqrt()));
            default:
                throw Unknown(optimizer);
        }

        double[] Remembered(string slot, Func<Tensor, Tensor> root) => Vectors.Flat([.. curvature.Variables.Select(variable =>
            optimizer.Remembered(variable, slot) is { } v
                ? root(v.Cast(DType.Float64))
                : throw new InvalidOperationException($"'{optimizer.Name}' hasn't moved '{variable.Path}' yet: its limit depends on what it remembers. Train for some steps first."))]);
    }

    static (string Rule, double Factor) SgdRule(Sgd sgd) => sgd switch
    {
        { Momentum: 0 } => ("2 / λ", 2),
        // With dampening d the velocity takes in (1 − d) g; for d = 0 this is the table's line.
        { Nesterov: true } => ("2 (1 + μ) / (1 + 2 μ) / λ", 2 * (1 + sgd.Momentum) / (1 + sgd.Momentum + sgd.Momentum * (1 - sgd.Dampening))),
        _ => ("2 (1 + μ) / λ", 2 * (1 + sgd.Momentum) / (1 - sgd.Dampening)),
    };

    static NotSupportedException Unknown(Optimizer optimizer) =>
        new($"No stability limit is known for '{optimizer.Name}'; there is one for sgd, adam, adamw and rmsprop (not centred).");

    /// <summary>The greatest eigenvalue of P⁻¹H, which is that of the symmetric P^−½ H P^−½.</summary>
    static double Preconditioned(Curvature curvature, double[] preconditioner, double tolerance, int products)
    {
        var root = Array.ConvertAll(preconditioner, p => 1 / Math.Sqrt(p));
        double[] Scaled(double[] v) => [.. v.Select((value, i) => value * root[i])];
        return Lanczos.Ends(v => Scaled(curvature.Multiply(Scaled(v))), curvature.Size, 1, 0, tolerance, products, new RandomStream(0)).Values[^1];
    }
}
