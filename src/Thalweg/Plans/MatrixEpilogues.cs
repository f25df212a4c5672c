using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>Lets a matrix product or a convolution add the bias that follows it, and apply the function that follows that, tile by tile.</summary>
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
            if (products.TryGetValue(product, out var made) && Biased(made) is { } operation
                && product.DType.IsFloating && product.Shape == instruction.Output.Shape && bias.Size == product.Shape[^1] && bias.Rank > 0 && bias.Shape[^1] == bias.Size)
            {
                return (made, new Instruction(operation, [.. made.Inputs, bias], instruction.Outputs));
            }
        }
        return null;
    }

    /// <summary>A product that adds a bias; null of what can't.</summary>
    static Operation? Biased(Instruction product) => product.Operation switch
    {
        MatMulOp.Operation matMul when product.Inputs[0].Rank == 2 && product.Inputs[1].Rank == 2 => new BiasedMatMul<Identity>(matMul.TransposeA, matMul.TransposeB, default),
        Conv2DOp.Operation convolution when !convolution.Setting.IsDepthwise(product.Inputs[0].Shape, product.Output.Shape[3]) => new BiasedConvolution<Identity>(convolution.Setting, default),
        _ => null,
    };

    static (Instruction Product, Instruction Instead)? WithActivation(Instruction instruction, Dictionary<Tensor, Instruction> products) =>
        instruction.Operation is ElementwiseOperation elementwise && instruction.Inputs.Length == 1 && instruction.Output.Size >= WorthItsCode
        && products.TryGetValue(instruction.Inputs[0], out var made) && made.Operation is BiasedMatMul<Identity> or BiasedConvolution<Identity>
        && elementwise.AfterProduct(made.Operation) is { } operation
            ? (made, new Instruction(operation, made.Inputs, instruction.Outputs))
            : null;
}
