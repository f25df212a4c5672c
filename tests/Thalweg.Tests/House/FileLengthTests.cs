namespace Thalweg.Tests.House;

/// <summary>One idea, one file: a file that outgrows a few screens holds two ideas.</summary>
public class FileLengthTests
{
    const int MostLines = 400;

    [Fact]
    public void No_file_has_more_than_400_lines()
    {
        var tooLong = Repository.Sources.Concat(Repository.Tests)
            .Select(file => (file.Path, Lines: file.Text.AsSpan().Count('\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines");
        Violations.AssertNone(tooLong);
    }

    [Fact]
    public void A_file_is_named_after_its_idea()
    {
        string[] vague = ["Utils", "Util", "Helper", "Helpers", "Manager", "Common", "Misc"];
        var named = Repository.Sources.Where(file => vague.Any(word => file.Name.EndsWith(word, StringComparison.Ordinal)));
        Violations.AssertNone(named.Select(file => file.Path));
    }
}
