using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>Convolution of each channel by filters of its own: (batch, rows, columns, channels) → (batch, places down, places across, channels · multiplier).</summary>
/// <example><code>new DepthwiseConv2D(3) { DepthMultiplier = 2 }</code></example>
/// <param name="kernelSize">Rows and columns of the window; one number for both.</param>
/// <param name="activation">What is applied to the sum; nothing where it isn't given.</param>
[Named("depthwise_conv2d")]
public sealed class DepthwiseConv2D(IReadOnlyList<int> kernelSize, Activation? activation = null) : ConvolutionLayer(kernelSize, activation)
{
    Variable? kernel;

    /// <summary>With a square window.</summary>
    public DepthwiseConv2D(int kernelSize, Activation? activation = null) : this([kernelSize], activation)
    {
    }

    /// <summary>How many filters each channel has; 1 where it isn't given.</summary>
    public int DepthMultiplier { get; init => field = Require.Positive(value); } = 1;

    /// <summary>How the kernel begins: (rows, columns, channels, multiplier).</summary>
    public Initializer DepthwiseInitializer { get; init; } = Initializer.GlorotUniform;

    /// <summary>A penalty on the kernel.</summary>
    public Regularizer? DepthwiseRegularizer { get; init; }

    /// <summary>Where the kernel is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? DepthwiseConstraint { get; init; }

    private protected override int FiltersOf(int channels) => channels * DepthMultiplier;

    private protected override void BuildKernels(int channels) =>
        kernel = AddWeight("kernel", [KernelSize[0], KernelSize[1], channels, DepthMultiplier], DepthwiseInitializer, DepthwiseRegularizer, constraint: DepthwiseConstraint);

    private protected override Tensor Convolve(Tensor x, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilation) => x.DepthwiseConv2D(kernel!, strides, Padding, dilation);
}
