using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x above 0, slope · x below.</summary>
/// <param name="NegativeSlope">The slope below 0; Keras's default is 0.2.</param>
[Named("leaky_relu")]
public sealed record LeakyRelu(double NegativeSlope = 0.2) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => new Relu(NegativeSlope).Apply(x);
}
