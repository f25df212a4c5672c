using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Shortens all gradients by one factor, so that together they have a greatest Euclidean norm: g ← g · c · min(1 / ‖all g‖, 1 / c).</summary>
/// <remarks>Pascanu et al., 2013, arXiv 1211.5063. Where a gradient isn't finite, all become NaN, as in Keras.</remarks>
/// <param name="norm">The greatest norm, c.</param>
public sealed class GlobalClipNorm(double norm) : Transformation
{
    /// <summary>The greatest norm of all gradients together.</summary>
    public double Norm { get; } = Require.Positive(norm);

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        if (draft.Variables.Count == 0)
        {
            return;
        }
        var total = draft.Gradients[0].Square().Sum();
        foreach (var g in draft.Gradients[1..])
        {
            total += g.Square().Sum();
        }
        var whole = total.Sqrt();
        var scale = (1 / whole).Min(1 / Norm) * Norm + (whole - whole);
        foreach (ref var g in draft.Gradients)
        {
            g *= scale.Cast(g.DType);
        }
    }
}
