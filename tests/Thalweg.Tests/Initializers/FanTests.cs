using Thalweg.Initializers;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Initializers;

public class FanTests
{
    [Fact]
    public void Fans_are_those_of_Keras()
    {
        foreach (var node in ReferenceFile.Load("initializers")["fans"].Items)
        {
            var (fanIn, fanOut) = Fan.Of(node["shape"].Array.Integers);
            Assert.Equal((node["fan_in_out"][0].Number, node["fan_in_out"][1].Number), (fanIn, fanOut));
        }
    }
}
