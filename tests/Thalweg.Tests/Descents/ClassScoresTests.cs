using Thalweg.Descents;
using Thalweg.Losses;

namespace Thalweg.Tests.Descents;

public class ClassScoresTests
{
    [Fact]
    public void Recalls_are_of_each_classs_own_rows()
    {
        var scores = new ClassScores([0, 0, 0, 1], [0, 0, 1, 1], 3);
        Assert.Equal(0.75, scores.Accuracy);
        Assert.Equal([2.0 / 3, 1, double.NaN], scores.Recalls);
        Assert.Equal(5.0 / 6, scores.BalancedAccuracy, 1e-12);
    }

    [Fact]
    public void Labels_are_read_as_the_loss_reads_them()
    {
        Assert.Equal([1, 0], ClassScores.Of(Tensor.Of(0f, 1, 1, 0).Reshape([2, 2]), "categorical_crossentropy")!.Value.Classes);
        Assert.Equal([2, 0], ClassScores.Of(Tensor.Of(2, 0), "sparse_categorical_crossentropy")!.Value.Classes);
        Assert.Equal([0, 1, 1], ClassScores.Of(Tensor.Of(-1f, 1, 1), "binary_crossentropy")!.Value.Classes);
        Assert.Null(ClassScores.Of(Tensor.Of(0.5f, 1), "binary_crossentropy"));
        Assert.Null(ClassScores.Of(Tensor.Of(0f, 1), "mse"));
        Assert.Null(ClassScores.Of(Tensor.Of(0.5f, 0.5f, 1, 0).Reshape([2, 2]), "categorical_crossentropy"));
    }

    [Fact]
    public void Outputs_are_classes_by_the_greatest_or_by_half()
    {
        Assert.Equal(1, ClassScores.Of(Tensor.Of(1, 0), Tensor.Of(0f, 5, 3, 1).Reshape([2, 2]), "sparse_categorical_crossentropy")!.Accuracy);
        var y = Tensor.Of(0f, 1).Reshape([2, 1]);
        Assert.Equal(1, ClassScores.Of(y, Tensor.Of(0.4f, 0.6f).Reshape([2, 1]), "binary_crossentropy")!.Accuracy);
        Assert.Equal(0.5, ClassScores.Of(y, Tensor.Of(0.4f, 0.6f).Reshape([2, 1]), new BinaryCrossentropy(FromLogits: true))!.Accuracy);
        Assert.Null(ClassScores.Of(y, y, "mse"));
    }
}
