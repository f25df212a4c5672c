using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Connectionist temporal classification: −ln of the probability that a sequence of scores spells the labels, over all ways to stretch them in time.</summary>
/// <remarks>
/// Scores are (batch, time, classes) before the softmax, labels (batch, length) class numbers from 1, shorter ones filled up with 0;
/// class 0 is the blank. The forward recursion over labels with blanks between, in logarithms. Graves et al., 2006, ICML; all times count, as in Keras.
/// </remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.From(new int[,] { { 1, 2 } }), Tensor.Zeros([1, 4, 3]));
/// new Ctc().Compute(y, predicted).Item()     // 1.6864
/// </code></example>
[Named("ctc")]
public sealed record Ctc : Loss
{
    const double Never = -1e30;

    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        yPred = yPred.Floating();
        if (yPred.Rank != 3 || yTrue.Rank != 2 || yTrue.Shape[0] != yPred.Shape[0])
        {
            throw new ArgumentException($"ctc: labels of shape {yTrue.Shape} don't fit scores of shape {yPred.Shape}; (batch, length) and (batch, time, classes) are expected.", nameof(yTrue));
        }
        var (rows, times, length) = (yPred.Shape[0], yPred.Shape[1], yTrue.Shape[1]);
        var (labels, blank) = (yTrue.Cast(DType.Int32), Tensor.Zeros([rows, 1], DType.Int32));
        // Blank, label, blank, …, label, blank.
        var states = 2 * length + 1;
        var spelled = Tensor.Concat([Tensor.Stack([labels.ZerosLike(), labels], axis: 2).Reshape([rows, 2 * length]), blank], axis: 1);
        // A blank between two different labels may be left out.
        var skips = length == 0 ? spelled.NotEqual(spelled) : Tensor.Concat([Tensor.Zeros([rows, 2], DType.Bool), spelled[.., 2..].NotEqual(0).And(spelled[.., 2..].NotEqual(spelled[.., ..^2]))], axis: 1);
        var logarithms = yPred.LogSoftmax();
        Tensor At(int time) => logarithms[.., time].TakeAlongAxis(spelled, 1);
        var begins = Tensor.Arange(states) < 2;
        var reached = Tensor.Where(begins, At(0), Never);
        for (var time = 1; time < times; time++)
        {
            var (one, two) = (Later(reached, 1), Tensor.Where(skips, Later(reached, 2), Never));
            reached = Tensor.Stack([reached, one, two], axis: 2).LogSumExp(axis: 2) + At(time);
        }
        // The end is the last label, or the blank behind it.
        var end = labels.NotEqual(0).Cast(DType.Int32).Sum(axis: 1, keepDims: true) * 2;
        var (onBlank, onLabel) = (reached.TakeAlongAxis(end, 1), Tensor.Where(end > 0, reached.TakeAlongAxis(Tensor.Where(end > 0, end - 1, end), 1), Never));
        return -Tensor.Concat([onBlank, onLabel], axis: 1).LogSumExp(axis: 1);
    }

    /// <summary>Each row moved on by some states.</summary>
    static Tensor Later(Tensor x, int states) => x.Shape[1] <= states
        ? Tensor.Full(x.Shape, Never, x.DType)
        : Tensor.Concat([Tensor.Full([x.Shape[0], states], Never, x.DType), x[.., ..^states]], axis: 1);
}
