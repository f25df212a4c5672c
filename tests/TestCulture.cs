using System.Globalization;
using System.Runtime.CompilerServices;

namespace Thalweg.Tests;

/// <summary>
/// Runs all tests of an assembly as on a computer of another country: THALWEG_TEST_CULTURE=fr-FR writes 1,5 for one
/// and a half, and whatever forgets to name a culture fails.
/// </summary>
static class TestCulture
{
    [ModuleInitializer]
    internal static void Use()
    {
        string? name = Environment.GetEnvironmentVariable("THALWEG_TEST_CULTURE");
        if (string.IsNullOrEmpty(name))
            return;
        var culture = CultureInfo.GetCultureInfo(name);
        if (culture.NumberFormat.NumberDecimalSeparator == ".")
            throw new InvalidOperationException($"The culture '{name}' writes decimals as the invariant culture does, and would prove nothing.");
        CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }
}
