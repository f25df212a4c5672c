using Thalweg.Layers;

namespace Thalweg.Tests.Layers;

public class GlobalPoolingLayerTests
{
    [Fact]
    public void Rows_and_columns_go_or_stay_with_length_1()
    {
        Assert.Equal([Shape.Unknown, 4], new GlobalAveragePooling2D().OutputShape([Shape.Unknown, 7, 7, 4]));
        Assert.Equal([Shape.Unknown, 1, 1, 4], new GlobalMaxPooling2D { Keepdims = true }.OutputShape([Shape.Unknown, 7, 7, 4]));
    }
}
