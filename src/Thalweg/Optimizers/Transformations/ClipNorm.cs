using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Shortens the gradient of each weight to a greatest Euclidean norm: g ← g · c / max(‖g‖, c).</summary>
/// <param name="norm">The greatest norm, c.</param>
public sealed class ClipNorm(double norm) : Transformation
{
    /// <summary>The greatest norm that is let through.</summary>
    public double Norm { get; } = Require.Positive(norm);

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        foreach (ref var g in draft.Gradients)
        {
            g = g * Norm / g.Square().Sum().Sqrt().Max(Norm);
        }
    }
}
