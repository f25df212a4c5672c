using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>Lets a matrix product add the bias that follows it, and apply the function that follows that, tile by tile.</summary>
static class MatrixEpilogues
{
    /// <summary>
    /// Each function makes matrix code of its own, which takes the compiler milliseconds: only results of at least this
    /// many elements are worth it. The bias alone costs nothing.
    /// </summary>
    const int WorthItsCode = 1 << 15;

    public static void Run(Graph graph)
    {
        var readers = new Dictionary<Tensor, int>();
        foreach (var tensor in graph.Instructions.SelectMany(instruction => instruction.Inputs).Concat(graph.Results))
        {
            readers[tensor] = readers.GetValueOrDefault(tensor) + 1;
        }
        var products = new Dictionary<Tensor, Instruction>();
        var kept = new List<Instruction>();
        foreach (var instruction in graph.Instructions)
        {
            var better = WithBias(instruction, products) ?? WithActivation(instruction, products);
            if (better is { } found)
            {
                kept.Remove(found.Product);
                kept.Add(found.Instead);
            }
            else
            {
                kept.Add(instruction);
            }
            if (readers[kept[^1].Output] == 1)
            {
                products[kept[^1].Output] = kept[^1];
            }
        }
        graph.Instructions = kept;
    }

    static (Instruction Product, Instruction Instead)? WithBias(Instruction instruction, Dictionary<Tensor, Instruction> products)
    {
        if (instruction.Operation is not BinaryOperation<AddOp.Kernel>)
        {
            return null;
        }
        foreach (var (product, bias) in new[] { (instruction.Inputs[0], instruction.Inputs[1]), (instruction.Inputs[1], instruction.Inputs[0]) })
        {
            if (products.TryGetValue(product, out var made) && made.Operation is MatMulOp.Operation matMul && made.Inputs[0].Rank == 2 && made.Inputs[1].Rank == 2
                && product.DType.IsFloating && product.Shape == instruction.Output.Shape && bias.Size == product.Shape[^1] && bias.Rank > 0 && bias.Shape[^1] == bias.Size)
            {
                var operation = new BiasedMatMul<Identity>(matMul.TransposeA, matMul.TransposeB, default);
                return (made, new Instruction(operation, [.. made.Inputs, bias], instruction.Outputs));
            }
        }
        return null;
    }

    static (Instruction Product, Instruction Instead)? WithActivation(Instruction instruction, Dictionary<Tensor, Instruction> products) =>
        instruction.Operation is ElementwiseOperation elementwise && instruction.Inputs.Length == 1 && instruction.Output.Size >= WorthItsCode
        && products.TryGetValue(instruction.Inputs[0], out var made) && made.Operation is BiasedMatMul<Identity> biased
        && elementwise.AfterProduct(biased.TransposeA, biased.TransposeB) is { } operation
            ? (made, new Instruction(operation, made.Inputs, instruction.Outputs))
            : null;
}
