using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class FusedRestTests
{
    [Fact]
    public void Every_number_of_remaining_elements_comes_out_and_nothing_beside_it_is_touched()
    {
        for (var size = 1; size < 70; size++)
        {
            var x = (Tensor.Arange(size, DType.Float64) * 0.3).Sin();
            foreach (var type in (DType[])[DType.Float32, DType.Float64])
            {
                // Two results beside each other in the arena, one of them truth values.
                Tensor F(Tensor t) => Tensor.Where(t > 0.2, t * 3, -t) + (t * 2).CumSum();
                Assert.True(Widths.Bytes(F(x.Cast(type))).SequenceEqual(Widths.Bytes(Planned.Run(F, x.Cast(type)))), $"{size} {type}");
            }
        }
    }
}
