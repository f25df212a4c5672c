using Thalweg.Catalogs;

namespace Thalweg.Optimizers.Transformations;

/// <summary>Adds normally distributed noise to gradients, of variance η / t^γ in step t.</summary>
/// <remarks>Neelakantan et al., 2015, arXiv 1511.06807.</remarks>
/// <param name="eta">The variance at first, η.</param>
/// <param name="gamma">How fast it falls, γ.</param>
/// <param name="seed">A seed of its own; otherwise the program's.</param>
public sealed class GradientNoise(double eta, double gamma = 0.55, long? seed = null) : Transformation
{
    readonly RandomStream stream = seed is { } own ? new RandomStream(own) : RandomSeed.NextStream();

    /// <summary>The variance of the noise in the first step.</summary>
    public double Eta { get; } = Require.NotNegative(eta);

    /// <inheritdoc/>
    protected internal override void BeforeRule(StepDraft draft)
    {
        for (var i = 0; i < draft.Variables.Count; i++)
        {
            var g = draft.Gradients[i];
            var σ = draft.StepOf(i).Number(t => Math.Sqrt(Eta / Math.Pow(t, gamma)));
            draft.Gradients[i] = g + Tensor.RandomNormal(g.Shape, type: g.DType, stream: stream) * σ;
        }
    }
}
