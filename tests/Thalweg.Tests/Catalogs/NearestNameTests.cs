using Thalweg.Catalogs;

namespace Thalweg.Tests.Catalogs;

public class NearestNameTests
{
    [Theory]
    [InlineData("adm", "adam")]
    [InlineData("ADAM", "adam")]
    [InlineData("sdg", "sgd")]
    [InlineData("learning", null)]
    public void A_few_letters_are_forgiven(string written, string? expected) => Assert.Equal(expected, NearestName.Of(written, ["adam", "sgd"]));

    [Theory]
    [InlineData("kitten", "Sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("ADAM", "adam", 0)]
    public void Edits_are_letters_inserted_deleted_or_replaced(string a, string b, int expected) => Assert.Equal(expected, NearestName.Edits(a, b));
}
