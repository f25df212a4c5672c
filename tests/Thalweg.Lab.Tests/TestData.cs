namespace Thalweg.Lab.Tests;

/// <summary>The data sets beside the tests.</summary>
static class TestData
{
    /// <summary>The path of a data set.</summary>
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", name);
}
