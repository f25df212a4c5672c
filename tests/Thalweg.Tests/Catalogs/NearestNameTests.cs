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
}
