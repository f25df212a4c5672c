using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LBfgsMemoryTests
{
    [Fact]
    public void The_direction_is_Newtons_once_the_pairs_span_the_space()
    {
        // On ½ (4 x² + y²): two pairs along the axes give H = diag(¼, 1).
        var memory = new LBfgsMemory();
        Near.Equal([-8, 0], memory.Direction([8, 0], 9), 0);
        memory.Remember([8, 0], 0);
        memory.Step = 0.125;
        Near.Equal([-1, 0], memory.Direction([4, 0], 9), 1e-12);
        memory.Remember([4, 0], 0);
        memory.Step = 1;
        Assert.Equal(2, memory.Iterations);
        var copy = memory.Copy();
        Assert.Equal(memory.Direction([1, 1], 9), copy.Direction([1, 1], 9));
    }
}
