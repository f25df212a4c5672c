using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class CtcTests : LossContract
{
    protected override string ClassName => "CTC";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.From(new int[,] { { 1, 2, 2 }, { 2, 1, 1 } }), Tensor.RandomNormal([2, 5, 3], type: DType.Float64, stream: new RandomStream(3)));

    [Fact]
    public void The_probability_is_that_of_all_spellings()
    {
        // Two times, classes blank and a, all equally probable: a can be spelled aa, a-, -a out of four.
        Near.Equal([-Math.Log(0.75)], new Thalweg.Losses.Ctc().PerSample(Tensor.From(new int[,] { { 1 } }), Tensor.Zeros([1, 2, 2], DType.Float64)), 1e-12);
    }
}
