using System.Text.RegularExpressions;

namespace Thalweg.Tests.House;

/// <summary>What is committed reads the same everywhere: no paths of one machine, no addresses of package registries.</summary>
public partial class TextHygieneTests
{
    static readonly string[] Binary = [".png", ".ttf", ".otf", ".ico", ".woff2", ".parquet", ".snk", ".keras", ".h5", ".npz", ".onnx", ".safetensors"];

    static IEnumerable<(string Path, string Text)> Texts => Repository.Files()
        .Where(path => !Binary.Contains(System.IO.Path.GetExtension(path)))
        .Select(path => (path, Repository.Read(path)));

    [Fact]
    public void No_file_names_a_path_of_one_machine() => AssertNowhere(MachinePath());

    [Fact]
    public void No_file_names_a_package_registry() => AssertNowhere(RegistryHost());

    [Fact]
    public void Lines_end_in_a_line_feed_alone()
    {
        var windows = Texts.Where(file => file.Text.Contains('\r', StringComparison.Ordinal) && !file.Path.StartsWith("data/", StringComparison.Ordinal));
        Violations.AssertNone(windows.Select(file => file.Path));
    }

    static void AssertNowhere(Regex pattern)
    {
        var found = Texts.SelectMany(file => pattern.Matches(file.Text).Select(match =>
            $"{file.Path}:{file.Text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value}"));
        Violations.AssertNone(found);
    }

    [GeneratedRegex(@"(?<![\w.\-/])/(?:work|root|home|Users|tmp)/\w+|\b[A-Z]:\\Users\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(?:nuget|npmjs|yarnpkg|pypi|pythonhosted|crates|debian)\.(?:org|com|io)\b")]
    private static partial Regex RegistryHost();
}
