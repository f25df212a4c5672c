using Thalweg.Losses;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class UnitVectorsTests
{
    [Fact]
    public void Vectors_get_length_1_and_nothing_stays_nothing()
    {
        Near.Equal([0.6, -0.8], UnitVectors.Of(Tensor.Of(3.0, -4), 0), 1e-15);
        Near.Equal([0, 0], UnitVectors.Of(Tensor.Of(0.0, 0), 0), 0);
    }
}
