using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Onnx;

/// <summary>A layer that computes what an ONNX graph says. Float constants of one axis or more are its weights.</summary>
sealed class OnnxLayer : Layer
{
    /// <summary>The most numbers of an input with which shapes are tried out.</summary>
    const int MostTried = 1 << 24;

    readonly OnnxProgram program;
    readonly Dictionary<string, Variable> variables = new(StringComparer.Ordinal);

    public OnnxLayer(OnnxProgram program) => this.program = program;

    public override string ClassName => "Onnx";

    /// <summary>The model of a file with several inputs or outputs: this layer between them, under the file's names.</summary>
    /// <exception cref="OnnxFormatException">Names are there twice, or the inputs don't fit the operations.</exception>
    public static Functional Functional(OnnxProgram program)
    {
        try
        {
            SymbolicTensor[] inputs = [.. program.Inputs.Select(input => Input.Of(input.Shape[Math.Min(1, input.Shape.Rank)..], input.Name))];
            var outputs = new OnnxLayer(program) { Name = "onnx" }.ApplyAll(inputs);
            return new Functional(inputs, [.. outputs.Select((output, i) => new ActivationLayer("linear") { Name = program.Outputs[i] }.Apply(output))]);
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            throw new OnnxFormatException($"The inputs and outputs don't fit together: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => OutputShapes([input])[0];

    /// <inheritdoc/>
    public override IReadOnlyList<Shape> OutputShapes(IReadOnlyList<Shape> inputs)
    {
        BuildFor(inputs);
        var samples = inputs.Select(input =>
        {
            var one = input.Rank == 0 ? input : input.With(0, 1);
            return one.IsKnown && one.Size <= MostTried ? Tensor.Zeros(one) : throw Unfit($"the input {input} has axes of unknown or absurd length", "Give the lengths in the file");
        });
        return [.. Call([.. samples], default).Select(output => output.Rank == 0 ? output.Shape : output.Shape.With(0, inputs[0][0]))];
    }

    protected override void Build(IReadOnlyList<Shape> inputs)
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

    protected override Tensor Call(Tensor x, in CallContext context) => Call([x], context)[0];

    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> x, in CallContext context)
    {
        if (x.Count != program.Inputs.Count)
        {
            throw Unfit($"it takes {program.Inputs.Count} inputs ({string.Join(", ", program.Inputs.Select(input => input.Name))}), but got {x.Count}", "Give one for each");
        }
        var values = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        for (var i = 0; i < x.Count; i++)
        {
            values[program.Inputs[i].Name] = x[i];
        }
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
        return [.. program.Outputs.Select(name => values.TryGetValue(name, out var output) ? output : throw new OnnxFormatException($"Nothing gives the output '{name}'."))];
    }
}
