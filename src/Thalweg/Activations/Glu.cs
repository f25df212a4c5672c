using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Gated linear unit: one half of an axis times the sigmoid of the other half. Dauphin et al., 2017, arXiv 1612.08083.</summary>
/// <param name="Axis">The axis that is halved.</param>
[Named("glu")]
public sealed record Glu(int Axis = -1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        var halves = x.Split(2, Axis);
        return halves[0] * halves[1].Sigmoid();
    }
}
