using Thalweg.Catalogs;

namespace Thalweg.Tests.Catalogs;

public class CatalogTests
{
    static readonly KeyValuePair<string, Func<string>>[] Entries = [new("he_normal", () => "he"), new("zeros", () => "zero")];

    [Theory]
    [InlineData("he_normal")]
    [InlineData("HeNormal")]
    [InlineData("henormal")]
    public void Letter_case_and_underscores_do_not_matter(string name) => Assert.Equal("he", Catalog.Make(Entries, name, "initializer"));

    [Fact]
    public void A_wrong_name_lists_what_there_is()
    {
        var error = Assert.Throws<ArgumentException>(() => Catalog.Make(Entries, "zero", "initializer"));
        Assert.StartsWith("There is no initializer 'zero'. Did you mean 'zeros'? Known: he_normal, zeros.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", Assert.Throws<ArgumentException>(() => Catalog.Make(Entries, "quadratic", "initializer")).Message, StringComparison.Ordinal);
    }
}
