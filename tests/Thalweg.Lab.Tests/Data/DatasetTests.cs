using Thalweg.Data;
using Thalweg.Lab.Data;

namespace Thalweg.Lab.Tests.Data;

public class DatasetTests
{
    [Theory]
    [InlineData("kind", "classification")]
    [InlineData("size", "regression")]
    public void The_targets_kind_is_found_out(string target, string task)
    {
        var table = new Table(new NumberColumn("size", 1.5, 2.25, 3.125), new TextColumn("kind", ["a", "b", "a"]));
        Assert.Equal(task, Dataset.Of("set", table, target).Task);
    }

    [Fact]
    public void A_target_that_cannot_be_learned_is_listed_all_the_same() =>
        Assert.Equal("regression", Dataset.Of("set", new Table(new NumberColumn("a", 1, 2), new NumberColumn("b", 3, 3)), "b").Task);
}
