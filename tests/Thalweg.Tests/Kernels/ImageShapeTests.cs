using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ImageShapeTests
{
    [Fact]
    public void Sizes_are_products()
    {
        var image = new ImageShape(2, 5, 6, 3, 4, 7);
        Assert.Equal((28, 90), (image.Places, (int)image.Size));
    }
}
