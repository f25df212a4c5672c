using CsCheck;
using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class ElementwiseFusionTests
{
    static List<Instruction> Fuse(Func<Tensor[], Tensor[]> function, params Tensor[] like)
    {
        var graph = Tracer.Trace(function, like);
        ElementwiseFusion.Run(graph);
        Pruning.Run(graph);
        return graph.Instructions;
    }

    static string Names(IEnumerable<Instruction> instructions) => string.Join("; ", instructions.Select(instruction => PlanText.OperationName(instruction.Operation)).Where(name => name != "Reshape"));

    static readonly Tensor X = Tensor.Zeros([4, 3]);

    [Fact]
    public void A_chain_becomes_one_loop_that_stores_its_end_alone()
    {
        var instruction = Assert.Single(Fuse(inputs => [(inputs[0] * 2 + 1).Tanh()], X));
        Assert.Equal("Fused[Multiply Add Tanh]", Names([instruction]));
        Assert.Single(instruction.Outputs);
        Assert.Equal(3, instruction.Inputs.Length);
    }

    [Fact]
    public void Two_chains_that_meet_become_one_loop()
    {
        var number = Tensor.Scalar(0);
        var instruction = Assert.Single(Fuse(inputs => [inputs[0] + inputs[1] * inputs[3] + inputs[2] * inputs[4]], X, X, X, number, number));
        Assert.Equal("Fused[Multiply Multiply Add Add]", Names([instruction]));
        Assert.Single(instruction.Outputs);
    }

    [Fact]
    public void Chains_do_not_meet_where_something_else_has_read_one_of_them() =>
        Assert.Equal("Fused[Exp]; Sum; Fused[Tanh Add]", Names(Fuse(inputs =>
        {
            var (y, z) = (inputs[0].Exp(), inputs[1].Tanh());
            return [y.Sum(), y + z];
        }, X, X)));

    [Fact]
    public void What_others_read_is_stored_too()
    {
        var instructions = Fuse(inputs =>
        {
            var y = inputs[0].Exp();
            return [y * 2, y.Sum(axis: 0)];
        }, X);
        Assert.Equal("Fused[Exp Multiply]; Sum", Names(instructions));
        Assert.Equal(2, instructions[0].Outputs.Length);
    }

    [Fact]
    public void Something_in_between_closes_a_group()
    {
        // The sum waits for the exponential, and the division for the sum.
        Assert.Equal("Fused[Exp]; Sum; Fused[Divide]", Names(Fuse(inputs =>
        {
            var y = inputs[0].Exp();
            return [y / y.Sum(axis: 1, keepDims: true)];
        }, X)));
    }

    [Fact]
    public void Stretched_tensors_are_read_as_the_small_ones_they_are()
    {
        var instruction = Assert.Single(Fuse(inputs => [inputs[0] * inputs[1].BroadcastTo([4, 3])], X, Tensor.Zeros([3])));
        Assert.Equal([3], instruction.Inputs[1].Shape);
    }

    [Fact]
    public void A_stretched_tensor_that_something_else_reads_is_made() =>
        Assert.Equal("Broadcast; Sum", Names(Fuse(inputs => [inputs[0].BroadcastTo([4, 3]).Sum()], Tensor.Zeros([3]))));

    [Fact]
    public void Truth_values_stay_in_registers()
    {
        var instruction = Assert.Single(Fuse(inputs => [Tensor.Where(inputs[0] > 0, inputs[0], 0)], X));
        Assert.Equal("Fused[Compare.Less Where]", Names([instruction]));
    }

    [Fact]
    public void Random_graphs_give_the_bits_of_eager_operations() => Programs.Sample(steps =>
    {
        Tensor F(Tensor x)
        {
            var values = new List<Tensor> { x, x[0], x[.., ..1] };
            foreach (var (kind, a, b) in steps)
            {
                var (p, q) = (values[a % values.Count], values[b % values.Count]);
                values.Add(kind switch
                {
                    0 => p + q,
                    1 => p * q,
                    2 => p - q,
                    3 => p.Tanh(),
                    4 => Tensor.Where(p > q, p, q * 0.5),
                    5 => p.Sum(axis: p.Rank - 1, keepDims: true) * 0.1,
                    6 => p.Max(q),
                    _ => (p > 0.1).Cast(p.DType) + q,
                });
            }
            return values[^1] + values[values.Count / 2].Sum();
        }

        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            var x = ((Tensor.Arange(35, DType.Float64) * 0.7).Sin()).Reshape([5, 7]).Cast(type);
            Assert.True(Widths.Bytes(F(x)).SequenceEqual(Widths.Bytes(Planned.Run(F, x))), string.Join(" ", steps));
        }
    }, iter: 60);

    static Gen<(int Kind, int A, int B)[]> Programs => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 20], Gen.Int[0, 20]).Array[1, 14];
}
