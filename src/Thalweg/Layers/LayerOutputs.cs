namespace Thalweg.Layers;

/// <summary>Lets somebody see what each layer computes while a model is applied.</summary>
static class LayerOutputs
{
    [ThreadStatic]
    static List<(Layer Layer, Tensor Output)>? listening;

    /// <summary>Where this thread's layers leave their outputs; null where nobody looks.</summary>
    public static List<(Layer Layer, Tensor Output)>? Listening => listening;

    /// <summary>The outputs of all layers that a computation applies, in order; a model's come after those of its layers.</summary>
    public static List<(Layer Layer, Tensor Output)> Of(Action computation)
    {
        var before = listening;
        List<(Layer Layer, Tensor Output)> heard = [];
        listening = heard;
        try
        {
            computation();
        }
        finally
        {
            listening = before;
        }
        return heard;
    }
}
