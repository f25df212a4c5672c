using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>Standardises each sample over its features, y = γ (x − mean) / √(variance + ε) + β, in training as in prediction. The shape stays.</summary>
/// <remarks>Ba, Kiros and Hinton, 2016, arXiv 1607.06450.</remarks>
/// <example><code>new LayerNormalization()</code></example>
/// <param name="axis">The axes over which it standardises, ascending; the last where none is given.</param>
[Named("layer_normalization")]
public sealed class LayerNormalization(IReadOnlyList<int>? axis = null) : Layer
{
    Variable? gamma, beta;

    /// <summary>The axes over which it standardises.</summary>
    public IReadOnlyList<int> Axis { get; } = axis is { Count: 0 } ? throw new ArgumentException("LayerNormalization needs an axis to go over.", nameof(axis)) : [.. axis ?? [-1]];

    /// <summary>ε, which keeps the division finite where a sample doesn't vary.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-3;

    /// <summary>Whether β is added.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Whether it is multiplied by γ.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>How β begins: of the lengths of the axes.</summary>
    public Initializer BetaInitializer { get; init; } = Initializer.Zeros;

    /// <summary>How γ begins: of the lengths of the axes.</summary>
    public Initializer GammaInitializer { get; init; } = Initializer.Ones;

    /// <summary>A penalty on β.</summary>
    public Regularizer? BetaRegularizer { get; init; }

    /// <summary>A penalty on γ.</summary>
    public Regularizer? GammaRegularizer { get; init; }

    /// <summary>Where β is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? BetaConstraint { get; init; }

    /// <summary>Where γ is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? GammaConstraint { get; init; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override void Build(Shape input)
    {
        var axes = Axis.Select(one => one < 0 ? one + input.Rank : one).ToArray();
        if (axes.Any(one => one < 1 || one >= input.Rank || input[one] == Shape.Unknown) || !axes.Zip(axes.Skip(1), (one, next) => one < next).All(ascends => ascends))
        {
            throw Unfit($"the axes [{string.Join(", ", Axis)}] of the input {input} aren't axes of known length in ascending order behind the batch's", "It takes (batch, …, features); name the axes of the features");
        }
        Shape features = [.. axes.Select(one => input[one])];
        if (Scale)
        {
            gamma = AddWeight("gamma", features, GammaInitializer, GammaRegularizer, constraint: GammaConstraint);
        }
        if (Center)
        {
            beta = AddWeight("beta", features, BetaInitializer, BetaRegularizer, constraint: BetaConstraint);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        var built = InputShape!.Value;
        if (x.Rank != built.Rank || Axis.Any(one => x.Shape[x.Shape.Axis(one)] != built[built.Axis(one)]))
        {
            throw Unfit($"the input has shape {x.Shape}, the layer was built for {built}", "Build a new layer, or feed it that");
        }
        int[] axes = [.. Axis];
        var y = (x - x.Mean(axes, keepDims: true)) * (x.Var(axes, keepDims: true) + Epsilon).Rsqrt();
        y = gamma is null ? y : y * Aligned(gamma.Value, x.Shape);
        return beta is null ? y : y + Aligned(beta.Value, x.Shape);
    }

    /// <summary>Numbers of features along their axes, the others 1.</summary>
    Tensor Aligned(Tensor numbers, Shape shape)
    {
        var axes = Axis.Select(shape.Axis).ToHashSet();
        return numbers.Reshape([.. Enumerable.Range(0, shape.Rank).Select(one => axes.Contains(one) ? shape[one] : 1)]);
    }
}
