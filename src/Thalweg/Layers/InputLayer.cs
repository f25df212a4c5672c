namespace Thalweg.Layers;

/// <summary>Says what shape a model's samples have, so that its weights can be made at once. Passes its input on.</summary>
/// <param name="shape">The lengths of a sample's axes, without the batch.</param>
public sealed class InputLayer(params ReadOnlySpan<int> shape) : Layer
{
    /// <summary>The lengths of a sample's axes, without the batch.</summary>
    public Shape SampleShape { get; } = new(shape);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>The input in its own type: the first layer that computes converts it.</summary>
    private protected override Tensor Admit(Tensor x) => x;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        var fits = x.Rank == SampleShape.Rank + 1;
        for (var axis = 0; fits && axis < SampleShape.Rank; axis++)
        {
            fits = SampleShape[axis] == Shape.Unknown || SampleShape[axis] == x.Shape[axis + 1];
        }
        return fits ? x : throw Unfit($"the input has shape {x.Shape}, expected {SampleShape.Insert(0, Shape.Unknown)}", "Reshape the data, or build the model for it");
    }
}
