using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>
/// Standardises each feature, y = γ (x − mean) / √(variance + ε) + β: while training by the mean and variance of the batch, otherwise by
/// moving averages of those. The shape stays.
/// </summary>
/// <remarks>
/// Ioffe and Szegedy, 2015, arXiv 1502.03167. Each step of training moves the averages: moving = moving · momentum + batch's · (1 − momentum),
/// of the population variance, as Keras. A layer that isn't <see cref="Layer.Trainable"/>, or is in a model that isn't, uses and keeps its
/// averages in training too.
/// </remarks>
/// <example><code>new Sequential([new InputLayer(4), new Dense(16), new BatchNormalization(), new ActivationLayer("relu"), new Dense(3, "softmax")])</code></example>
/// <param name="axis">The axis whose positions are features; the last where it isn't given.</param>
[Named("batch_normalization")]
public sealed class BatchNormalization(int axis = -1) : Layer
{
    Variable? gamma, beta, movingMean, movingVariance;

    /// <summary>The axis whose positions are features.</summary>
    public int Axis { get; } = axis;

    /// <summary>How much of the moving averages stays at each step, in [0, 1].</summary>
    public double Momentum { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Momentum), value, "Momentum must be in [0, 1]."); } = 0.99;

    /// <summary>ε, which keeps the division finite where a feature doesn't vary.</summary>
    public double Epsilon { get; init => field = Require.NotNegative(value); } = 1e-3;

    /// <summary>Whether β is added.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Whether it is multiplied by γ.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>How β begins: (features).</summary>
    public Initializer BetaInitializer { get; init; } = Initializer.Zeros;

    /// <summary>How γ begins: (features).</summary>
    public Initializer GammaInitializer { get; init; } = Initializer.Ones;

    /// <summary>How the moving mean begins: (features).</summary>
    public Initializer MovingMeanInitializer { get; init; } = Initializer.Zeros;

    /// <summary>How the moving variance begins: (features).</summary>
    public Initializer MovingVarianceInitializer { get; init; } = Initializer.Ones;

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
        if (input.Rank < 2 || Axis >= input.Rank || Axis < -input.Rank || input.Axis(Axis) == 0 || input[input.Axis(Axis)] == Shape.Unknown)
        {
            throw Unfit($"axis {Axis} of the input {input} is no axis of features of known length", "It takes (batch, …, features); choose the axis of the features, which isn't the batch's");
        }
        Shape features = [input[input.Axis(Axis)]];
        if (Scale)
        {
            gamma = AddWeight("gamma", features, GammaInitializer, GammaRegularizer, constraint: GammaConstraint);
        }
        if (Center)
        {
            beta = AddWeight("beta", features, BetaInitializer, BetaRegularizer, constraint: BetaConstraint);
        }
        movingMean = AddWeight("moving_mean", features, MovingMeanInitializer, trainable: false);
        movingVariance = AddWeight("moving_variance", features, MovingVarianceInitializer, trainable: false);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        if (x.Rank != InputShape!.Value.Rank || x.Shape[x.Shape.Axis(Axis)] != movingMean!.Shape[0])
        {
            throw Unfit($"the input has shape {x.Shape}, the layer was built for {InputShape}", "Build a new layer, or feed it that");
        }
        var (mean, variance) = (movingMean.Value, movingVariance!.Value);
        if (context is { Training: true, IsFrozen: false })
        {
            int[] others = [.. Enumerable.Range(0, x.Rank).Where(other => other != x.Shape.Axis(Axis))];
            (mean, variance) = (x.Mean(others), x.Var(others));
            if (!context.OnlyLooks)
            {
                Move(movingMean, mean);
                Move(movingVariance, variance);
            }
        }
        var scale = (variance + Epsilon).Rsqrt();
        scale = gamma is null ? scale : scale * gamma.Value;
        var y = (x - Aligned(mean, x)) * Aligned(scale, x);
        return beta is null ? y : y + Aligned(beta.Value, x);
    }

    void Move(Variable average, Tensor now) => average.Assign(average.Value * Momentum + now.StopGradient() * (1 - Momentum));

    /// <summary>Numbers of features, along their axis.</summary>
    Tensor Aligned(Tensor numbers, Tensor x) => numbers.Reshape([numbers.Size, .. Enumerable.Repeat(1, x.Rank - x.Shape.Axis(Axis) - 1)]);
}
