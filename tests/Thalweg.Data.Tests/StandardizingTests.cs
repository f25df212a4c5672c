namespace Thalweg.Data.Tests;

public class StandardizingTests
{
    [Fact]
    public void Named_columns_are_scaled_and_the_others_left()
    {
        var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);
        var (scaled, scaler) = iris.Standardize("petal width (cm)");
        Assert.Equal(["petal width (cm)"], scaler.Columns);
        Assert.Equal(0, scaled.Numbers("petal width (cm)").Average(), 1e-12);
        Assert.Same(iris["target"], scaled["target"]);
    }
}
