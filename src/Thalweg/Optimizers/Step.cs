namespace Thalweg.Optimizers;

/// <summary>What an optimiser's rule knows of the step it takes. Numbers are Float64 scalars: cast what meets weights.</summary>
public readonly struct Step
{
    readonly double rate;

    internal Step(double rate, long number)
    {
        this.rate = rate;
        Number = number;
    }

    /// <summary>Which step it is; the first is 1.</summary>
    public long Number { get; }

    /// <summary>The learning rate of the step.</summary>
    public Tensor LearningRate => Tensor.Scalar(rate, DType.Float64);

    /// <summary>βᵗ, with t the step's number.</summary>
    public Tensor Power(double beta) => Tensor.Scalar(Math.Pow(beta, Number), DType.Float64);
}
