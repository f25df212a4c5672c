namespace Thalweg.Optimizers;

/// <summary>What an optimiser's rule knows of the step it takes. Numbers are single ones of the weight's type, as in Keras.</summary>
public readonly struct Step
{
    readonly double rate;
    readonly DType type;

    internal Step(double rate, long number, DType type)
    {
        this.rate = rate;
        this.type = type;
        Number = number;
    }

    /// <summary>Which step it is; the first is 1.</summary>
    public long Number { get; }

    /// <summary>The learning rate of the step.</summary>
    public Tensor LearningRate => Tensor.Scalar(rate, type);

    /// <summary>βᵗ, with t the step's number and β rounded to the weight's type first.</summary>
    public Tensor Power(double beta) => Tensor.Scalar(Math.Pow(type == DType.Float32 ? (float)beta : beta, Number), type);
}
