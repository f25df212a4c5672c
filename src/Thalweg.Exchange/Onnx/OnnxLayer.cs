using Thalweg.Initializers;
using Thalweg.Layers;

namespace Thalweg.Exchange.Onnx;

/// <summary>A layer that computes what an ONNX graph says. Float constants of one axis or more are its weights.</summary>
sealed class OnnxLayer : Layer
{
    readonly OnnxProgram program;
    readonly Dictionary<string, Variable> variables = new(StringComparer.Ordinal);

    public OnnxLayer(OnnxProgram program) => this.program = program;

    public override string ClassName => "Onnx";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        BuildFor(input);
        var sample = Call(Tensor.Zeros(input.With(0, 1).IsKnown ? input.With(0, 1) : throw Unfit($"the input {input} has axes of unknown length", "Give the lengths in the file")), default);
        return sample.Shape.With(0, input[0]);
    }

    protected override void Build(Shape input)
    {
        foreach (var (name, value) in program.Constants)
        {
            if (value.DType is DType.Float32 or DType.Float64 && value.Rank > 0)
            {
                variables[name] = AddWeight(name, value.Shape, Initializer.Zeros, type: value.DType);
                variables[name].Assign(value);
            }
        }
    }

    protected override Tensor Call(Tensor x, in CallContext context)
    {
        var values = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [program.Input] = x };
        foreach (var node in program.Nodes)
        {
            Tensor?[] inputs = [.. node.Inputs.Select(name => name.Length == 0 ? null : values.TryGetValue(name, out var known) ? known : variables.TryGetValue(name, out var variable) ? variable.Value : program.Constants.TryGetValue(name, out var constant) ? constant : throw new OnnxFormatException($"'{name}' is asked for by {node.Operation}, but the operation that should give it doesn't."))];
            Tensor[] results;
            try
            {
                results = OnnxOperations.Run(node, inputs);
            }
            catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException)
            {
                throw new OnnxFormatException($"The operation {node.Operation} that gives '{node.Outputs[0]}' doesn't fit its inputs: {fault.Message}", fault);
            }
            for (var i = 0; i < Math.Min(results.Length, node.Outputs.Count); i++)
            {
                values[node.Outputs[i]] = results[i];
            }
        }
        return values.TryGetValue(program.Output, out var output) ? output : throw new OnnxFormatException($"Nothing gives the output '{program.Output}'.");
    }
}
