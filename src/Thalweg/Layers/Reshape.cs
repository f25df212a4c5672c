using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The numbers of a sample in the same order under another shape: (batch, …) → (batch, target…).</summary>
/// <example><code>new Reshape([28, 28, 1])   // (batch, 784) → (batch, 28, 28, 1)</code></example>
/// <param name="targetShape">The lengths of a sample's axes; one may be −1 and is worked out.</param>
[Named("reshape")]
public sealed class Reshape(IReadOnlyList<int> targetShape) : Layer
{
    /// <summary>The lengths of a sample's axes; −1 where one is worked out.</summary>
    public IReadOnlyList<int> TargetShape { get; } = targetShape?.Count(length => length == Shape.Unknown) <= 1 && targetShape.All(length => length is > 0 or Shape.Unknown)
        ? [.. targetShape]
        : throw new ArgumentException("A target shape has positive lengths, of which one may be −1: it is worked out.", nameof(targetShape));

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        if (input.Rank == 0 || !input[1..].IsKnown)
        {
            return [input.Rank == 0 ? 1 : input[0], .. TargetShape];
        }
        var known = TargetShape.Where(length => length != Shape.Unknown).Aggregate(1L, (product, length) => checked(product * length));
        var size = input[1..].Size;
        if (TargetShape.Contains(Shape.Unknown) ? size % known != 0 : size != known)
        {
            throw Unfit($"the {size} numbers of a sample don't fill the shape {new Shape([.. TargetShape])} (input shape {input})", "Give lengths whose product they are, or −1 for one of them");
        }
        return [input[0], .. TargetShape.Select(length => length == Shape.Unknown ? (int)(size / known) : length)];
    }

    /// <inheritdoc/>
    protected override void Build(Shape input) => OutputShape(input);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context) =>
        x.Rank == 0 ? throw Unfit("the input is a single number", "It takes (batch, …)") : x.Reshape(OutputShape(x.Shape));
}
