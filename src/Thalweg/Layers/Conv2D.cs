using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>Convolution of images, y = activation(x ∗ kernel + bias): (batch, rows, columns, channels) → (batch, places down, places across, filters).</summary>
/// <example><code>
/// var model = new Sequential([
///     new InputLayer(28, 28, 1),
///     new Conv2D(8, 3, "relu") { Padding = Padding.Same },
///     new MaxPooling2D(2),
///     new Flatten(),
///     new Dense(10, "softmax"),
/// ]);
/// </code></example>
/// <param name="filters">How many channels come out.</param>
/// <param name="kernelSize">Rows and columns of the window; one number for both.</param>
/// <param name="activation">What is applied to the sum; nothing where it isn't given.</param>
[Named("conv2d")]
public sealed class Conv2D(int filters, IReadOnlyList<int> kernelSize, Activation? activation = null) : ConvolutionLayer(kernelSize, activation)
{
    Variable? kernel;

    /// <summary>With a square window.</summary>
    public Conv2D(int filters, int kernelSize, Activation? activation = null) : this(filters, [kernelSize], activation)
    {
    }

    /// <summary>How many channels come out.</summary>
    public int Filters { get; } = Require.Positive(filters);

    /// <summary>Into how many groups channels and filters are divided: a filter sees the channels of its group alone. 1 where it isn't given.</summary>
    public int Groups { get; init => field = Require.Positive(value); } = 1;

    /// <summary>How the kernel begins: (rows, columns, channels / groups, filters).</summary>
    public Initializer KernelInitializer { get; init; } = Initializer.GlorotUniform;

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? KernelRegularizer { get; init; }

    /// <summary>Where the kernel is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? KernelConstraint { get; init; }

    private protected override int FiltersOf(int channels) => Filters;

    private protected override void BuildKernels(int channels)
    {
        if (channels % Groups != 0 || Filters % Groups != 0)
        {
            throw Unfit($"{channels} channels and {Filters} filters can't be divided into {Groups} groups", "Take a number of groups that divides both");
        }
        kernel = AddWeight("kernel", [KernelSize[0], KernelSize[1], channels / Groups, Filters], KernelInitializer, KernelRegularizer, constraint: KernelConstraint);
    }

    private protected override Tensor Convolve(Tensor x, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilation) => x.Conv2D(kernel!, strides, Padding, dilation, Groups);
}
