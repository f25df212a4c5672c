namespace Thalweg.Optimizers;

/// <summary>What an optimiser's rule knows of the step it takes. Numbers are single ones of the weight's type, as in Keras.</summary>
public readonly struct Step
{
    readonly Optimizer optimizer;
    readonly DType type;

    internal Step(Optimizer optimizer, DType type)
    {
        this.optimizer = optimizer;
        this.type = type;
    }

    /// <summary>The learning rate of the step.</summary>
    public Tensor LearningRate
    {
        get
        {
            var optimizer = this.optimizer;
            return Number(() => optimizer.LearningRate.At(optimizer.Iterations));
        }
    }

    /// <summary>βᵗ, with t the step's number (the first is 1) and β rounded to the weight's type first.</summary>
    public Tensor Power(double beta)
    {
        var optimizer = this.optimizer;
        var rounded = type == DType.Float32 ? (float)beta : beta;
        return Number(() => Math.Pow(rounded, optimizer.Iterations + 1));
    }

    /// <summary>A number that a plan asks for again at each step.</summary>
    Tensor Number(Func<double> number) => Recorder.Current?.Ask(number, type) ?? Tensor.Scalar(number(), type);
}
