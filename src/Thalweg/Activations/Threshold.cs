using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x above a threshold, otherwise another value.</summary>
/// <param name="Limit">Where x begins to pass.</param>
/// <param name="Default">The value below.</param>
[Named("threshold")]
public sealed record Threshold(double Limit = 0, double Default = 0) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x > Limit, x, Default);
}
