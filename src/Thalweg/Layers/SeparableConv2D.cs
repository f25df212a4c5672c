using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Regularizers;

namespace Thalweg.Layers;

/// <summary>
/// A convolution in two: each channel by filters of its own, then all of these at each place by a matrix:
/// (batch, rows, columns, channels) → (batch, places down, places across, filters). Far fewer weights than a Conv2D.
/// </summary>
/// <remarks>Chollet, 2017, arXiv 1610.02357.</remarks>
/// <example><code>new SeparableConv2D(16, 3, "relu") { Padding = Padding.Same }</code></example>
/// <param name="filters">How many channels come out.</param>
/// <param name="kernelSize">Rows and columns of the window; one number for both.</param>
/// <param name="activation">What is applied to the sum; nothing where it isn't given.</param>
[Named("separable_conv2d")]
public sealed class SeparableConv2D(int filters, IReadOnlyList<int> kernelSize, Activation? activation = null) : ConvolutionLayer(kernelSize, activation)
{
    Variable? depthwise, pointwise;

    /// <summary>With a square window.</summary>
    public SeparableConv2D(int filters, int kernelSize, Activation? activation = null) : this(filters, [kernelSize], activation)
    {
    }

    /// <summary>How many channels come out.</summary>
    public int Filters { get; } = Require.Positive(filters);

    /// <summary>How many filters each channel has in the first part; 1 where it isn't given.</summary>
    public int DepthMultiplier { get; init => field = Require.Positive(value); } = 1;

    /// <summary>How the first kernel begins: (rows, columns, channels, multiplier).</summary>
    public Initializer DepthwiseInitializer { get; init; } = Initializer.GlorotUniform;

    /// <summary>How the second kernel begins: (1, 1, channels · multiplier, filters).</summary>
    public Initializer PointwiseInitializer { get; init; } = Initializer.GlorotUniform;

    /// <summary>A penalty on the first kernel.</summary>
    public Regularizer? DepthwiseRegularizer { get; init; }

    /// <summary>A penalty on the second kernel.</summary>
    public Regularizer? PointwiseRegularizer { get; init; }

    /// <summary>Where the first kernel is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? DepthwiseConstraint { get; init; }

    /// <summary>Where the second kernel is put back to after each step; anywhere where it isn't given.</summary>
    public Constraint? PointwiseConstraint { get; init; }

    private protected override int FiltersOf(int channels) => Filters;

    private protected override void BuildKernels(int channels)
    {
        depthwise = AddWeight("depthwise_kernel", [KernelSize[0], KernelSize[1], channels, DepthMultiplier], DepthwiseInitializer, DepthwiseRegularizer, constraint: DepthwiseConstraint);
        pointwise = AddWeight("pointwise_kernel", [1, 1, channels * DepthMultiplier, Filters], PointwiseInitializer, PointwiseRegularizer, constraint: PointwiseConstraint);
    }

    private protected override Tensor Convolve(Tensor x, ReadOnlySpan<int> strides, ReadOnlySpan<int> dilation) =>
        x.DepthwiseConv2D(depthwise!, strides, Padding, dilation).Conv2D(pointwise!);
}
