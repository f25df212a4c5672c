using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>A fully connected layer, y = activation(x · kernel + bias): (batch…, features) → (batch…, units).</summary>
/// <example><code>new Dense(256, "relu")</code></example>
/// <param name="units">How many outputs each sample has.</param>
/// <param name="activation">What is applied to the sum; nothing where it isn't given.</param>
[Named("dense")]
public sealed class Dense(int units, Activation? activation = null) : Layer, IActivated, IActivityRegularized
{
    Variable? kernel, bias;

    /// <summary>How many outputs each sample has.</summary>
    public int Units { get; } = Require.Positive(units);

    /// <summary>What is applied to the sum.</summary>
    public Activation Activation { get; private set; } = activation ?? Activation.Linear;

    Activation IActivated.Activation { get => Activation; set => Activation = value; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>How the kernel begins: (features, units).</summary>
    public Initializer KernelInitializer { get; init; } = Initializer.GlorotUniform;

    /// <summary>How the bias begins: (units).</summary>
    public Initializer BiasInitializer { get; init; } = Initializer.Zeros;

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; init; }

    /// <summary>A penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; init; }

    /// <summary>A penalty on the output, divided by the number of samples.</summary>
    public Regularizer? ActivityRegularizer { get; init; }

    /// <summary>Where the kernel is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? KernelConstraint { get; init; }

    /// <summary>Where the bias is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? BiasConstraint { get; init; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.With(-1, Units);

    /// <inheritdoc/>
    protected override void Build(Shape input)
    {
        if (input.Rank < 2 || input[^1] == Shape.Unknown)
        {
            throw Unfit($"the input has shape {input}", "It takes (batch, features); reshape the data, or flatten it first");
        }
        kernel = AddWeight("kernel", [input[^1], Units], KernelInitializer, KernelRegularizer, constraint: KernelConstraint);
        if (UseBias)
        {
            bias = AddWeight("bias", [Units], BiasInitializer, BiasRegularizer, constraint: BiasConstraint);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        if (x.Rank < 2 || x.Shape[^1] != kernel!.Shape[0])
        {
            throw Unfit(
                $"the input has {(x.Rank == 0 ? 1 : x.Shape[^1])} features, the kernel expects {kernel!.Shape[0]} (input shape {x.Shape})",
                $"Build a new layer, or feed it (batch, {kernel.Shape[0]})");
        }
        var y = x.MatMul(kernel);
        return Activation.Apply(bias is null ? y : y + bias.Value);
    }
}
