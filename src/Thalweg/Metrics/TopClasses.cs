namespace Thalweg.Metrics;

/// <summary>The most probable classes of each prediction.</summary>
static class TopClasses
{
    /// <summary>1 where fewer than k classes are more probable than the labelled one, else 0.</summary>
    public static Tensor Hit(Tensor labels, Tensor yPred, int k)
    {
        var chosen = yPred.TakeAlongAxis(labels.ExpandDims(-1), -1);
        return ((yPred > chosen).Cast(DType.Float32).Sum(axis: -1) < k).Cast(DType.Float32);
    }

    /// <summary>Predictions with all but the k greatest of the last axis far below any threshold.</summary>
    public static Tensor Only(Tensor yPred, int k)
    {
        var least = yPred.TopK(k).Values[.., ^1..];
        return Tensor.Where(yPred >= least, yPred, Far);
    }

    /// <summary>What stands for "not among them", and for no threshold: as Keras.</summary>
    public const double Far = -1e10;
}
