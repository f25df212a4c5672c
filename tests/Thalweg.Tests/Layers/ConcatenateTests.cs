using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class ConcatenateTests : MergeContract
{
    protected override Layer Default => new Concatenate();

    protected override Layer From(ReferenceNode args) => args.Has("axis") ? new Concatenate((int)args["axis"].Number) : new Concatenate();

    [Fact]
    public void An_axis_must_be_there() =>
        Assert.Contains("no axis 3", Assert.Throws<ArgumentException>(() => new Concatenate(3).Apply([Tensor.Ones([2, 1]), Tensor.Ones([2, 1])])).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_lengths_stay_unknown() => Assert.Equal([Shape.Unknown, Shape.Unknown], new Concatenate().OutputShapes([[Shape.Unknown, 4], [Shape.Unknown, Shape.Unknown]])[0]);
}
