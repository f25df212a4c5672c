using Thalweg.Activations;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>What layers that convolve images have in common: the window and its movement, a bias, an activation.</summary>
public abstract class ConvolutionLayer : ImageLayer, IActivated, IActivityRegularized
{
    Variable? bias;

    private protected ConvolutionLayer(IReadOnlyList<int> kernelSize, Activation? activation)
    {
        KernelSize = WindowSettings.Two(kernelSize, nameof(kernelSize));
        Activation = activation ?? Activation.Linear;
    }

    /// <summary>Rows and columns of the window.</summary>
    public IReadOnlyList<int> KernelSize { get; }

    /// <summary>How far the window moves, down and across; 1 where it isn't given.</summary>
    public IReadOnlyList<int> Strides { get; init => field = WindowSettings.Two(value, nameof(Strides)); } = [1, 1];

    /// <summary>Whether the window may reach over the edges, where it sees zeros; it may not where it isn't given.</summary>
    public Padding Padding { get; init; }

    /// <summary>How far the window's elements stand apart, down and across; 1, side by side, where it isn't given. Not together with strides.</summary>
    public IReadOnlyList<int> DilationRate { get; init => field = WindowSettings.Two(value, nameof(DilationRate)); } = [1, 1];

    /// <summary>What is applied to the sum.</summary>
    public Activation Activation { get; private set; }

    Activation IActivated.Activation { get => Activation; set => Activation = value; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>How the bias begins: (filters).</summary>
    public Initializer BiasInitializer { get; init; } = Initializer.Zeros;

    /// <summary>A penalty on the bias.</summary>
    public Regularizer? BiasRegularizer { get; init; }

    /// <summary>A penalty on the output, divided by the number of samples.</summary>
    public Regularizer? ActivityRegularizer { get; init; }

    /// <summary>Where the bias is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? BiasConstraint { get; init; }

    /// <summary>How many channels come out of images with some.</summary>
    private protected abstract int FiltersOf(int channels);

    /// <summary>Makes the kernels.</summary>
    private protected abstract void BuildKernels(int channels);

    /// <summary>The sum, before bias and activation.</summary>
    private protected abstract Tensor Convolve(Tensor x, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilation);

    private protected sealed override void BuildOn(Shape images)
    {
        if (Strides.Max() > 1 && DilationRate.Max() > 1)
        {
            throw Unfit($"strides ({Strides[0]}, {Strides[1]}) and dilation rates ({DilationRate[0]}, {DilationRate[1]}) are both above 1", "Move the window, or spread it, but not both");
        }
        BuildKernels(images[3]);
        if (UseBias)
        {
            bias = AddWeight("bias", [FiltersOf(images[3])], BiasInitializer, BiasRegularizer, constraint: BiasConstraint);
        }
    }

    private protected sealed override Tensor Compute(Tensor x)
    {
        var y = Convolve(x, [.. Strides], [.. DilationRate]);
        return bias is null ? y : y + bias.Value;
    }

    private protected sealed override Tensor Finish(Tensor y) => Activation.Apply(y);

    private protected sealed override Shape OutputOf(Shape images) =>
    [
        images[0],
        Places(images[1], KernelSize[0], Strides[0], DilationRate[0], Padding),
        Places(images[2], KernelSize[1], Strides[1], DilationRate[1], Padding),
        images[3] == Shape.Unknown ? Shape.Unknown : FiltersOf(images[3]),
    ];
}
