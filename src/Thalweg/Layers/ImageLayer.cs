namespace Thalweg.Layers;

/// <summary>A layer that takes images: (batch, rows, columns, channels), or with the channels first.</summary>
/// <remarks>What derives from it sees the channels last, whatever the data has.</remarks>
public abstract class ImageLayer : Layer
{
    private protected ImageLayer()
    {
    }

    /// <summary>Where its input and output have their channels; last where it isn't given.</summary>
    public DataFormat DataFormat { get; init; }

    /// <inheritdoc/>
    public sealed override Shape OutputShape(Shape input)
    {
        var output = Placed(Images(input), input);
        return DataFormat == DataFormat.ChannelsFirst && output.Rank == 4 ? [output[0], output[3], output[1], output[2]] : output;
    }

    /// <inheritdoc/>
    protected sealed override void Build(Shape input)
    {
        var images = Images(input);
        if (images[3] == Shape.Unknown)
        {
            throw Unfit($"the number of channels of the input {input} isn't known", "Give it in the InputLayer");
        }
        Placed(images, input);
        BuildOn(images);
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, in CallContext context)
    {
        var images = Images(x.Shape);
        var built = Images(InputShape!.Value)[3];
        if (images[3] != built)
        {
            throw Unfit($"the input has {images[3]} channels, the layer was built for {built} (input shape {x.Shape})", $"Build a new layer, or feed it {(DataFormat == DataFormat.ChannelsFirst ? $"(batch, {built}, rows, columns)" : $"(batch, rows, columns, {built})")}");
        }
        Placed(images, x.Shape);
        if (DataFormat == DataFormat.ChannelsLast)
        {
            return Finish(Compute(x));
        }
        var y = Compute(x.Transpose(0, 2, 3, 1));
        return Finish(y.Rank == 4 ? y.Transpose(0, 3, 1, 2) : y);
    }

    /// <summary>The shape of the output for images, channels last; 0 where a window has no place.</summary>
    private protected abstract Shape OutputOf(Shape images);

    /// <summary>Makes the weights for images of a shape, channels last.</summary>
    private protected virtual void BuildOn(Shape images)
    {
    }

    /// <summary>The output for images, channels last.</summary>
    private protected abstract Tensor Compute(Tensor x);

    /// <summary>What is done last, with the channels where the data has them.</summary>
    private protected virtual Tensor Finish(Tensor y) => y;

    /// <summary>How many places a window has along an axis, which may have no known length.</summary>
    private protected static int Places(int length, int size, int stride, int dilation, Padding padding) =>
        length == Shape.Unknown ? Shape.Unknown : Kernels.Window.Along(length, size, stride, dilation, padding == Padding.Same).Places;

    /// <summary>The shape of the output; an error where a window has no place.</summary>
    Shape Placed(Shape images, Shape input) => OutputOf(images) is var output && (!output.AsSpan().Contains(0) || images.AsSpan().Contains(0))
        ? output
        : throw Unfit($"its window has no place on images of {images[1]} × {images[2]} (input shape {input})", "Make the window smaller, pad with Padding.Same, or feed larger images");

    Shape Images(Shape input) => input.Rank != 4
        ? throw Unfit($"the input has shape {input}", $"It takes images, {(DataFormat == DataFormat.ChannelsFirst ? "(batch, channels, rows, columns)" : "(batch, rows, columns, channels)")}; reshape the data, a grey image has one channel")
        : DataFormat == DataFormat.ChannelsFirst ? [input[0], input[2], input[3], input[1]] : input;
}
