using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = min(max(0, x), 6). Gradient 0 at both bounds.</summary>
[Named("relu6")]
public sealed record Relu6 : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => new Relu(MaxValue: 6).Apply(x);
}
