using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Trainings;

public class ConfusionMatrixTests
{
    static readonly ConfusionMatrix Matrix = new(["cat", "dog", "fox"], [0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 0]);

    [Fact]
    public void Counts_pairs() => Assert.Equal((2, 1, 0, 1, 1), (Matrix[0, 0], Matrix[0, 1], Matrix[0, 2], Matrix[1, 0], Matrix[2, 0]));

    [Fact]
    public void Precision_is_of_the_rows_taken_for_a_class()
    {
        Assert.Equal(2.0 / 4, Matrix.Precision(0));
        Assert.Equal(1.0 / 2, Matrix.Precision(1));
        Assert.True(double.IsNaN(Matrix.Precision(2)));
    }

    [Fact]
    public void Recall_is_of_the_rows_of_a_class()
    {
        Assert.Equal(2.0 / 3, Matrix.Recall(0));
        Assert.Equal(0, Matrix.Recall(2));
        Assert.Equal(3, Matrix.Support(0));
    }

    [Fact]
    public void Accuracy_is_of_all_rows() => Assert.Equal(0.5, Matrix.Accuracy);

    [Fact]
    public void Needs_a_prediction_for_each_row() =>
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["cat"], [0, 0], [0]));
}
