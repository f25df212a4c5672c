using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>All axes of a sample as one: (batch, a, b, …) → (batch, a · b · …).</summary>
[Named("flatten")]
public sealed class Flatten : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) =>
        [input.Rank == 0 ? 1 : input[0], input.Rank <= 1 ? 1 : input[1..].IsKnown ? input[1..].Size : Shape.Unknown];

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context) => x.Rank switch
    {
        0 => throw Unfit("the input is a single number", "It takes (batch, …)"),
        1 => x.ExpandDims(1),
        _ => x.Flatten(from: 1),
    };
}
