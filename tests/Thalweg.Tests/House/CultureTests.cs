using System.Globalization;

namespace Thalweg.Tests.House;

/// <summary>A run with THALWEG_TEST_CULTURE=fr-FR must be one, on every thread, or it proves nothing.</summary>
public class CultureTests
{
    [Fact]
    public async Task Tests_run_in_the_culture_that_was_asked_for()
    {
        string asked = Environment.GetEnvironmentVariable("THALWEG_TEST_CULTURE") is { Length: > 0 } name ? name : CultureInfo.CurrentCulture.Name;
        Assert.Equal(asked, CultureInfo.CurrentCulture.Name);
        Assert.Equal(asked, await Task.Run(() => CultureInfo.CurrentCulture.Name));
    }
}
