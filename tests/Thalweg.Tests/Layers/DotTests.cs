using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class DotTests : MergeContract
{
    protected override Layer Default => new Dot(1);

    protected override Layer From(ReferenceNode args) => !args.Has("axes") ? new Dot(1)
        : new Dot(!args["axes"].IsNumber ? [.. args["axes"].Items.Select(axis => (int)axis.Number)] : [(int)args["axes"].Number]) { Normalize = args.Has("normalize") && args["normalize"].Flag };

    [Fact]
    public void Axes_are_those_of_samples()
    {
        Assert.Throws<ArgumentException>(() => new Dot(0));
        Assert.Throws<ArgumentException>(() => new Dot([1, 2, 3]));
        Assert.Contains("no axis 2", Assert.Throws<ArgumentException>(() => new Dot(2).Apply(Inputs)).Message, StringComparison.Ordinal);
    }
}
