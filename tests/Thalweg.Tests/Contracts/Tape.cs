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
}
