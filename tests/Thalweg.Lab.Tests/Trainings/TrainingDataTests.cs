using Thalweg.Data;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Trainings;

public class TrainingDataTests
{
    static readonly Table Ten = new(
        new NumberColumn("x", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        new NumberColumn("z", [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]),
        new TextColumn("kind", ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b"]));

    static TrainSettings Settings => new() { Data = "ten.csv", Target = "kind" };

    [Fact]
    public void Inputs_are_standardised_by_the_training_rows_alone()
    {
        var data = TrainingData.Prepare(Ten, Settings with { ValidationSplit = 0.3 });
        Assert.Equal([7, 2], data.X.Shape.ToArray());
        Assert.Equal([3, 2], data.Validation!.Value.X.Shape.ToArray());
        for (int column = 0; column < 2; column++)
        {
            var x = data.X[.., column];
            Assert.Equal(0, x.Mean().Item(), 1e-6);
            Assert.Equal(1, x.Std().Item(), 1e-5);
        }
    }

    [Fact]
    public void Without_standardising_inputs_stay_as_they_are()
    {
        var data = TrainingData.Prepare(Ten, Settings with { Standardize = false });
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (float)i), data.X[.., 0].ToArray<float>().Order());
    }

    [Fact]
    public void The_seed_decides_the_order_of_rows()
    {
        float[] Order(long seed) => TrainingData.Prepare(Ten, Settings with { Seed = seed, Standardize = false }).X[.., 0].ToArray<float>();
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
    }

    [Fact]
    public void Dropped_columns_are_gone() =>
        Assert.Equal(["x"], TrainingData.Prepare(Ten, Settings with { Drop = ["z"] }).Encoder.FeatureNames);

    [Fact]
    public void Says_what_was_inferred()
    {
        string notes = string.Join('\n', TrainingData.Prepare(Ten, Settings with { ValidationSplit = 0.2 }).Notes);
        Assert.Contains("classification, 2 classes", notes, StringComparison.Ordinal);
        Assert.Contains("validation rows: 2", notes, StringComparison.Ordinal);
        Assert.Contains("standardised", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_can_mend_is_a_sentence_without_parameter_names()
    {
        string message = Assert.Throws<UserErrorException>(() => TrainingData.Prepare(Ten, Settings with { Target = "kinds" })).Message;
        Assert.Contains("'kind'", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", message, StringComparison.Ordinal);
        Assert.Throws<UserErrorException>(() => TrainingData.Prepare(Ten, Settings with { Drop = ["kind"] }));
        Assert.Throws<UserErrorException>(() => TrainingData.Prepare(Ten, Settings with { Drop = ["y"] }));
        Assert.Throws<UserErrorException>(() => TrainingData.Prepare(Ten, Settings with { ValidationSplit = 0.99 }));
    }
}
