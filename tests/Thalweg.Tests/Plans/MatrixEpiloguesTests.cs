using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class MatrixEpiloguesTests
{
    static string Names(Func<Tensor[], Tensor[]> function, params Tensor[] like)
    {
        var graph = Tracer.Trace(function, like);
        MatrixEpilogues.Run(graph);
        return string.Join("; ", graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation)));
    }

    static Tensor[] Layer(int rows, int columns) => [Tensor.Zeros([rows, 5]), Tensor.Zeros([5, columns]), Tensor.Zeros([columns])];

    [Fact]
    public void A_bias_is_added_by_the_product() =>
        Assert.Equal("BiasedMatMul; Relu", Names(t => [(t[0].MatMul(t[1]) + t[2]).Relu()], Layer(4, 3)));

    [Fact]
    public void A_function_is_applied_by_it_where_that_pays() =>
        Assert.Equal("BiasedMatMul.Relu", Names(t => [(t[2] + t[0].MatMul(t[1])).Relu()], Layer(256, 256)));

    [Fact]
    public void So_do_convolutions_but_not_those_of_single_channels()
    {
        Tensor[] Images(int size, int channels, int groups) => [Tensor.Zeros([2, size, size, channels]), Tensor.Zeros([3, 3, channels / groups, 8]), Tensor.Zeros([8])];
        Assert.Equal("BiasedConvolution; Relu", Names(t => [(t[0].Conv2D(t[1]) + t[2]).Relu()], Images(5, 4, 1)));
        Assert.Equal("BiasedConvolution.Relu", Names(t => [(t[0].Conv2D(t[1]) + t[2]).Relu()], Images(64, 4, 1)));
        Assert.Equal("Conv2D; Add", Names(t => [t[0].Conv2D(t[1], groups: 8) + t[2]], Images(5, 8, 8)));
    }

    [Fact]
    public void What_something_else_reads_stays()
    {
        Assert.Equal("MatMul; Add; CumSum", Names(t =>
        {
            var product = t[0].MatMul(t[1]);
            return [product + t[2], product.CumSum()];
        }, Layer(4, 3)));
        Assert.Equal("BiasedMatMul; Sin; Multiply", Names(t =>
        {
            var sum = t[0].MatMul(t[1]) + t[2];
            return [sum.Sin() * sum];
        }, Layer(256, 256)));
        Assert.Equal("MatMul; Add", Names(t => [t[0].MatMul(t[1]) + t[0]], Tensor.Zeros([4, 4]), Tensor.Zeros([4, 4])));
    }

    [Fact]
    public void Bits_are_those_of_one_operation_after_another()
    {
        foreach (var (rows, columns) in new[] { (1, 3), (30, 256), (200, 300) })
        {
            foreach (var type in (DType[])[DType.Float32, DType.Float64])
            {
                var x = Tensor.RandomNormal([rows, 17], type: type, stream: new RandomStream(1));
                var (w, b) = (Tensor.RandomNormal([17, columns], type: type, stream: new RandomStream(2)), Tensor.RandomNormal([columns], type: type, stream: new RandomStream(3)));
                foreach (var f in (Func<Tensor, Tensor>[])[t => (t.MatMul(w) + b).Relu(), t => (t.MatMul(w) + b).Tanh(), t => t.MatMul(w) + b])
                {
                    Assert.True(Widths.Bytes(f(x)).SequenceEqual(Widths.Bytes(Planned.Run(f, x))), $"{rows} × {columns} {type}");
                }
            }
        }
    }
}
