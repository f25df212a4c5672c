using Thalweg.Catalogs;

namespace Thalweg.Tests.Catalogs;

public class SettingTextTests
{
    [Fact]
    public void Commas_count_outside_brackets_and_quotes() =>
        Assert.Equal(["a=1", " b=f(x, y)", " c=[1, 2]", " d='x, y'"], SettingText.Split("a=1, b=f(x, y), c=[1, 2], d='x, y'"));

    [Fact]
    public void So_do_equals_signs()
    {
        Assert.Equal(1, SettingText.EqualsSign("a=f(x=1)"));
        Assert.Equal(-1, SettingText.EqualsSign("f(x=1)"));
        Assert.Equal("x", SettingText.Unquote("'x'"));
    }
}
