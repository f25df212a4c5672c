using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class VectorsTests
{
    [Fact]
    public void Vector_arithmetic()
    {
        Assert.Equal(11, Vectors.Dot([1, 2], [3, 4]));
        Assert.Equal(5, Vectors.Norm([3, 4]));
        Assert.Equal(4, Vectors.Greatest([3, -4]));
        Assert.True(double.IsNaN(Vectors.Greatest([1, double.NaN])));
        Assert.Equal([7.0, 10], Vectors.Add([1, 2], 2, [3, 4]));
        Assert.Equal([-2.0, -2], Vectors.Subtract([1, 2], [3, 4]));
        Assert.Equal([2.0, 4], Vectors.Scale(2, [1, 2]));
    }
}
