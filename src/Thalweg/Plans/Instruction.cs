namespace Thalweg.Plans;

/// <summary>One line of a plan: an operation, what it reads, what it writes.</summary>
sealed class Instruction(Operation operation, Tensor[] inputs, params Tensor[] outputs)
{
    public Operation Operation { get; } = operation;

    public Tensor[] Inputs { get; } = inputs;

    /// <summary>One result; of a fused loop, one or more.</summary>
    public Tensor[] Outputs { get; } = outputs;

    public Tensor Output => Outputs[0];

    /// <summary>Time spent in it, in ticks of the stopwatch, while the plan is profiled.</summary>
    public long Ticks { get; set; }

    public void Run()
    {
        if (Operation is FusedOperation fused)
        {
            fused.Run(Inputs, Outputs);
        }
        else
        {
            Operation.Run(Inputs, Output);
        }
    }

    /// <summary>The same with other inputs.</summary>
    public Instruction With(Tensor[] inputs) => new(Operation, inputs, Outputs);
}
