namespace Thalweg.Layers;

/// <summary>Gathers the penalties on what layers compute while a model is applied.</summary>
static class ActivityPenalties
{
    [ThreadStatic]
    static List<Tensor>? gathered;

    /// <summary>What is computed, with the penalties on what layers computed on the way to it.</summary>
    public static (T Output, IReadOnlyList<Tensor> Penalties) Of<T>(Func<T> computation)
    {
        var before = gathered;
        List<Tensor> own = [];
        gathered = own;
        try
        {
            return (computation(), own);
        }
        finally
        {
            gathered = before;
        }
    }

    /// <summary>Notes the penalty on a layer's output, where it has one and somebody gathers: its regulariser's, divided by the samples as in Keras.</summary>
    public static void Note(Layer layer, Tensor output)
    {
        if (gathered is not null && layer is IActivityRegularized { ActivityRegularizer: { } regularizer })
        {
            gathered.Add(regularizer.Penalty(output) / Math.Max(1, output.Rank == 0 ? 1 : output.Shape[0]));
        }
    }
}
