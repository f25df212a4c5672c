using Thalweg.Data.Encoders;

namespace Thalweg.Data.Tests.Encoders;

public class TargetEncoderTests
{
    static bool IsClassification(params double[] values) => TargetEncoder.Fit(new NumberColumn("y", values), TableTask.Auto).Classes is not null;

    static double[] Cycle(int different, int rows) => [.. Enumerable.Range(0, rows).Select(i => (double)(i % different))];

    [Fact]
    public void Whole_numbers_are_classes_if_there_are_few_of_them()
    {
        Assert.True(IsClassification(Cycle(2, 3)));
        Assert.True(IsClassification(Cycle(20, 100)));
        Assert.False(IsClassification(Cycle(21, 1000)));
        Assert.False(IsClassification(Cycle(3, 14)));
        Assert.False(IsClassification(0, 1, 0.5, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0));
    }

    [Fact]
    public void Texts_and_booleans_are_classes()
    {
        Assert.Equal(["a", "b"], TargetEncoder.Fit(new TextColumn("y", "b", "a"), TableTask.Auto).Classes!);
        Assert.Equal(["false", "true"], TargetEncoder.Fit(new BooleanColumn("y", true, false), TableTask.Auto).Classes!);
    }

    [Fact]
    public void A_boolean_can_be_a_quantity() =>
        Assert.Equal([1f, 0f], TargetEncoder.Fit(new BooleanColumn("y", true, false), TableTask.Regression).Encode(new BooleanColumn("y", true, false)).ToArray<float>());

    [Fact]
    public void A_target_that_teaches_nothing_is_refused()
    {
        string Fault(Column target, TableTask task) => Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(target, task)).Message;
        Assert.Equal("The target 'y' is 3 in every row: there is nothing to learn.", Fault(new NumberColumn("y", 3, 3), TableTask.Regression));
        Assert.Equal("The target 'y' is '3' in every row: a classifier needs rows of at least two classes.", Fault(new NumberColumn("y", 3, 3), TableTask.Auto));
        Assert.StartsWith("The target 'y' has 30 different values in 30 rows", Fault(new NumberColumn("y", Cycle(30, 30)), TableTask.Classification), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_cannot_follow_numbers() =>
        Assert.StartsWith(
            "The target 'y' holds text where the training rows held numbers",
            Assert.Throws<ArgumentException>(() => TargetEncoder.Fit(new NumberColumn("y", 1.5, 2), TableTask.Auto).Encode(new TextColumn("y", "x"))).Message, StringComparison.Ordinal);
}
