namespace Thalweg.Data.Tests;

public class NearNamesTests
{
    [Theory]
    [InlineData("Target", "Did you mean 'target'?")]
    [InlineData("tarGte", "Did you mean 'target'?")]
    [InlineData("sepal lenght (cm)", "Did you mean 'sepal length (cm)'?")]
    [InlineData("petal", "Did you mean 'petal width (cm)'?")]
    [InlineData("zzzzzz", "The columns are 'target', 'sepal length (cm)', 'petal width (cm)'.")]
    public void A_mistyped_name_is_answered_with_what_it_may_mean(string given, string sentence) =>
        Assert.Equal(sentence, NearNames.Suggest(given, ["target", "sepal length (cm)", "petal width (cm)"]));

    [Fact]
    public void A_long_list_is_cut() =>
        Assert.EndsWith("'c11' and 18 more", NearNames.List([.. Enumerable.Range(0, 30).Select(i => $"c{i}")]), StringComparison.Ordinal);

    [Fact]
    public void Without_columns_nothing_is_near() => Assert.Equal("The table has no columns.", NearNames.Suggest("a", []));
}
