namespace Thalweg.Models;

/// <summary>The tensors of a batch by what they are: a plan has them all in one list.</summary>
/// <param name="X">One for each input.</param>
/// <param name="Y">One for each output.</param>
/// <param name="Weights">How much samples count: none, one for all outputs, or one for each.</param>
sealed record BatchParts(Tensor[] X, Tensor[] Y, Tensor[] Weights)
{
    /// <summary>How many samples there are.</summary>
    public int Rows => X[0].Shape[0];

    /// <summary>Takes a list apart.</summary>
    public static BatchParts Of(Tensor[] batch, int inputs, int outputs) => new(batch[..inputs], batch[inputs..(inputs + outputs)], batch[(inputs + outputs)..]);

    /// <summary>How much samples count in an output's loss; null where all count the same.</summary>
    public Tensor? WeightOf(int output) => Weights.Length switch
    {
        0 => null,
        1 => Weights[0],
        _ => Weights[output],
    };
}
