using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Thalweg.Plans;

/// <summary>Writes plans for people to read.</summary>
static class PlanText
{
    /// <summary>The instructions, one a line, with shapes and bytes.</summary>
    public static string Of(Graph graph, Instruction[] instructions, Arena arena)
    {
        var names = Names(graph, instructions);
        var text = new StringBuilder();
        foreach (var instruction in instructions)
        {
            text.AppendJoin(", ", instruction.Outputs.Select(output => $"{names[output]} {output.DType} {output.Shape}"));
            text.Append(" = ").Append(OperationName(instruction.Operation));
            text.Append('(').AppendJoin(", ", instruction.Inputs.Select(input => names.GetValueOrDefault(input) ?? Constant(input))).Append(')');
            text.Append(CultureInfo.InvariantCulture, $"    {instruction.Outputs.Sum(output => (long)output.Size * output.DType.Size):N0} B\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{instructions.Length} instructions, arena {arena.Size:N0} B ({arena.Unshared:N0} B without sharing)");
        return text.ToString();
    }

    /// <summary>Each instruction's share of the time, greatest first.</summary>
    public static string Profile(Instruction[] instructions, long runs)
    {
        if (runs == 0)
        {
            return "no run was measured: call StartProfile, then run the plan";
        }
        var all = Math.Max(1, instructions.Sum(instruction => instruction.Ticks));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{runs} runs, {Microseconds(all) / runs:0.0} µs each\n");
        foreach (var instruction in instructions.OrderByDescending(instruction => instruction.Ticks))
        {
            text.Append(CultureInfo.InvariantCulture, $"{100.0 * instruction.Ticks / all,5:0.0} %  {Microseconds(instruction.Ticks) / runs,10:0.00} µs  {OperationName(instruction.Operation)} {instruction.Output.Shape}\n");
        }
        return text.ToString();
    }

    /// <summary>What an operation is called: MatMul, Add; a fused loop by its steps.</summary>
    public static string OperationName(Operation operation)
    {
        if (operation is FusedOperation fused)
        {
            return $"Fused[{string.Join(" ", fused.Program.Steps.Select(step => OperationName(step.Operation)))}]";
        }
        var type = operation.GetType();
        if (!type.IsGenericType)
        {
            return Plain(type);
        }
        var (outer, kernel) = (Plain(type), Plain(type.GenericTypeArguments[0]));
        return outer is "Unary" or "Binary" or "Reduce" or "Compare" ? kernel : kernel == "Identity" ? outer : $"{outer}.{kernel}";
    }

    /// <summary>The name of an operation's or a kernel's class without what the code's order asks for: AddOp.Kernel is Add.</summary>
    static string Plain(Type type)
    {
        var inner = type.Name.Split('`')[0].Replace("Kernel", "", StringComparison.Ordinal).Replace("Operation", "", StringComparison.Ordinal);
        if (type.DeclaringType is not { } declaring)
        {
            return inner;
        }
        var outer = declaring.Name.EndsWith("Op", StringComparison.Ordinal) ? declaring.Name[..^2] : declaring.Name;
        return inner.Length == 0 ? outer : $"{outer}.{inner}";
    }

    static Dictionary<Tensor, string> Names(Graph graph, Instruction[] instructions)
    {
        var names = new Dictionary<Tensor, string>();
        for (var i = 0; i < graph.Inputs.Length; i++)
        {
            names[graph.Inputs[i]] = $"input{i}";
        }
        foreach (var (variable, tensor) in graph.Reads)
        {
            names[tensor] = variable.Path;
        }
        foreach (var (value, _) in graph.Questions)
        {
            names[value] = "asked";
        }
        var number = 0;
        foreach (var output in instructions.SelectMany(instruction => instruction.Outputs))
        {
            names[output] = $"%{number++}";
        }
        return names;
    }

    static string Constant(Tensor tensor) => tensor.Size == 1 && Graph.IsConstant(tensor) ? tensor.Reshape([]).ToString() : $"{tensor.DType} {tensor.Shape}";

    static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
