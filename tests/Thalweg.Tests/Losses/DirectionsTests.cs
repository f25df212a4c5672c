using Thalweg.Losses;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class DirectionsTests
{
    [Fact]
    public void Vectors_get_length_1_and_nothing_stays_nothing()
    {
        Near.Equal([0.6, -0.8], Directions.Of(Tensor.Of(3.0, -4), 0), 1e-15);
        Near.Equal([0, 0], Directions.Of(Tensor.Of(0.0, 0), 0), 0);
    }
}
