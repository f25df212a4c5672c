using Thalweg.Losses;

namespace Thalweg.Lab.Trainings;

/// <summary>
/// What the loss asks of the network's end: how many outputs with which activation, and in which form the target is
/// compared with them.
/// </summary>
/// <param name="Units">Outputs of the last layer.</param>
/// <param name="Activation">The last layer's activation, by Keras's name.</param>
/// <param name="Target">From the encoded target (one-hot, or numbers) to what the loss takes.</param>
/// <param name="Predicted">From the network's outputs to class numbers; null where numbers are learned.</param>
sealed record OutputForm(int Units, string Activation, Func<Tensor, Tensor> Target, Func<Tensor, int[]>? Predicted)
{
    /// <summary>The form for a loss.</summary>
    /// <param name="classes">How many classes there are; 0 where numbers are learned.</param>
    /// <param name="loss">The loss; from scores, the outputs stay linear.</param>
    public static OutputForm For(int classes, Loss loss) => loss switch
    {
        CategoricalCrossentropy or SparseCategoricalCrossentropy or BinaryCrossentropy when classes == 0 =>
            throw new UserErrorException("--loss: a crossentropy compares classes, and the target holds numbers; take mse or mae, or --task classification."),
        _ when classes == 0 => new(1, "linear", y => y, null),
        BinaryCrossentropy { FromLogits: true } when classes == 2 => new(1, "linear", y => y[.., 1..2], Above(0)),
        BinaryCrossentropy when classes == 2 => new(1, "sigmoid", y => y[.., 1..2], Above(0.5f)),
        BinaryCrossentropy binary => new(classes, binary.FromLogits ? "linear" : "sigmoid", y => y, Greatest),
        SparseCategoricalCrossentropy sparse => new(classes, sparse.FromLogits ? "linear" : "softmax", y => y.ArgMax(axis: -1), Greatest),
        CategoricalCrossentropy { FromLogits: true } => new(classes, "linear", y => y, Greatest),
        _ => new(classes, "softmax", y => y, Greatest),
    };

    /// <summary>How probable a class is for each row: softmax or sigmoid of scores, outputs as they are otherwise.</summary>
    public double[] Probabilities(Tensor outputs, int label)
    {
        var probabilities = Activation == "linear" ? outputs.Shape[^1] == 1 ? outputs.Sigmoid() : outputs.Softmax() : outputs;
        if (probabilities.Shape[^1] > 1)
            return probabilities[.., label].ToArray<double>();
        var yes = probabilities[.., 0].ToArray<double>();
        return label == 1 ? yes : Array.ConvertAll(yes, p => 1 - p);
    }

    static int[] Greatest(Tensor outputs) => outputs.ArgMax(axis: -1).ToArray<int>();

    static Func<Tensor, int[]> Above(float threshold) => outputs => [.. outputs.ToArray<float>().Select(value => value > threshold ? 1 : 0)];
}
