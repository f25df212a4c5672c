using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x / (1 + |x|), between −1 and 1.</summary>
[Named("softsign")]
public sealed record Softsign : Activation
{
    /// <inheritdoc/>
    public override (double Low, double High)? Bounds => (-1, 1);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x / (x.Abs() + 1);
}
