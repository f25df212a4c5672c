using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class ScratchTests
{
    [Fact]
    public void Memory_begins_at_a_cache_line_and_is_given_again()
    {
        var first = Scratch.For<float>(Scratch.Use.Edge, 1000);
        Assert.Equal(0, (nint)first % 64);
        Assert.Equal((nint)first, (nint)Scratch.For<float>(Scratch.Use.Edge, 100));
    }

    [Fact]
    public void Uses_do_not_overlap()
    {
        new Span<int>(Scratch.For<int>(Scratch.Use.Rows, 100), 100).Fill(1);
        new Span<int>(Scratch.For<int>(Scratch.Use.Tile, 100), 100).Fill(2);
        Assert.False(new Span<int>(Scratch.For<int>(Scratch.Use.Rows, 100), 100).ContainsAnyExcept(1));
    }
}
