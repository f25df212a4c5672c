using Thalweg.Catalogs;

namespace Thalweg.Tests.Catalogs;

public class CatalogTests
{
    static readonly CatalogEntry<string>[] Entries = [new(["he_normal"], "Normal.", [], _ => "he"), new(["zeros", "nought"], "All 0.", [], settings => "zero" + settings.Number("x", 0, 0))];

    [Theory]
    [InlineData("he_normal")]
    [InlineData("HeNormal")]
    [InlineData("henormal")]
    [InlineData(" he_normal ()")]
    public void Letter_case_and_underscores_do_not_matter(string name) => Assert.Equal("he", Catalog.Make(Entries, name, "initializer"));

    [Fact]
    public void A_wrong_name_lists_what_there_is()
    {
        var error = Assert.Throws<ArgumentException>(() => Catalog.Make(Entries, "zero", "initializer"));
        Assert.StartsWith("There is no initializer 'zero'. Did you mean 'zeros'? Known: he_normal, zeros, nought.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", Assert.Throws<ArgumentException>(() => Catalog.Make(Entries, "quadratic", "initializer")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_stand_in_brackets() => Assert.Equal("zero3", Catalog.Make(Entries, "nought(x=3)", "initializer"));

    [Fact]
    public void A_list_has_one_line_for_each() =>
        Assert.Equal([new CatalogLine("he_normal", "Normal."), new CatalogLine("zeros", "All 0.")], Catalog.Lines(Entries));
}
