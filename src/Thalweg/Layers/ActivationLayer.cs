using Thalweg.Activations;
using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>An activation as a layer of its own; Keras calls it Activation.</summary>
/// <param name="activation">The function.</param>
[Named("activation")]
public sealed class ActivationLayer(Activation activation) : Layer, IActivated
{
    /// <summary>The function.</summary>
    public Activation Activation { get; private set; } = activation ?? throw new ArgumentNullException(nameof(activation));

    Activation IActivated.Activation { get => Activation; set => Activation = value; }

    /// <inheritdoc/>
    public override string ClassName => "Activation";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Activation is Glu { Axis: var axis } ? input.With(axis, input[input.Axis(axis)] / 2) : input;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context) => Activation.Apply(x);
}
