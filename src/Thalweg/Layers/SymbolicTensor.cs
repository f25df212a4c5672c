namespace Thalweg.Layers;

/// <summary>A tensor that isn't there yet: what a layer will give for the inputs of a functional model. Applying layers to it describes the model.</summary>
/// <remarks><see cref="Input"/> makes the first ones, <see cref="LayerCalls"/> all others; <c>Functional</c> makes a model of them.</remarks>
/// <example><code>
/// var a = Input.Of(4, name: "a");
/// var y = new Dense(5, "tanh").Apply(a);      // y.Shape is (None, 5)
/// </code></example>
public sealed class SymbolicTensor
{
    internal SymbolicTensor(LayerCall call, int index, Shape shape) => (Call, Index, Shape) = (call, index, shape);

    /// <summary>Its shape; the batch axis is <see cref="Shape.Unknown"/>.</summary>
    public Shape Shape { get; }

    /// <summary>The type of its elements: its layer's.</summary>
    public DType DType => Layer.DType;

    /// <summary>The layer that gives it.</summary>
    public Layer Layer => Call.Layer;

    /// <summary>Which use of the layer gives it.</summary>
    public LayerCall Call { get; }

    /// <summary>Which of the outputs it is; 0 where the layer has one.</summary>
    public int Index { get; }

    /// <summary>Layer, type and shape: <c>dense: Float32 (None, 5)</c>.</summary>
    public override string ToString() => $"{Layer.Name}: {DType} {Shape}";
}
