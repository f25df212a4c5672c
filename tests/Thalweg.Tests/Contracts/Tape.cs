namespace Thalweg.Tests.Contracts;

/// <summary>The simplest recorder: writes operations down, then runs them in order. What plans do, without their passes.</summary>
sealed class Tape : Recorder
{
    readonly List<(Operation Operation, Tensor[] Inputs, Tensor Output)> instructions = [];
    readonly Dictionary<Variable, Tensor> variables = [];

    public int Count => instructions.Count;

    public override void Append(Operation operation, ReadOnlySpan<Tensor> inputs, Tensor output) =>
        instructions.Add((operation, Array.ConvertAll(inputs.ToArray(), input => input.Origin), output));

    public override void Assign(Variable variable, Tensor value) => variables[variable] = value;

    public override Tensor Read(Variable variable) => variables.GetValueOrDefault(variable, variable.Held);

    public override Tensor Ask(Func<double> number, DType type) => Tensor.Scalar(number(), type);

    /// <summary>What a function gives when it is traced for the shape and type of x, and then run on x.</summary>
    public static Tensor Replay(Func<Tensor, Tensor> function, Tensor x)
    {
        var tape = new Tape();
        var input = new Tensor(x.Shape, x.DType, default);
        var output = tape.Record(() => function(input)).Origin;
        input.Buffer = x.Buffer;
        foreach (var (operation, inputs, result) in tape.instructions)
        {
            result.Buffer = Buffer.Allocate(result.DType, result.Size);
            operation.Run(inputs, result);
        }
        return output;
    }
}
