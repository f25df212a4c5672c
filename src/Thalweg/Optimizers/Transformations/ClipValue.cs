using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Cuts each element of a gradient off at ±c.</summary>
/// <param name="value">The greatest absolute value, c.</param>
public sealed class ClipValue(double value) : Transformation
{
    /// <summary>The greatest absolute value that is let through.</summary>
    public double Value { get; } = Require.Positive(value);

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        foreach (ref var g in draft.Gradients)
        {
            g = g.Clip(-Value, Value);
        }
    }
}
