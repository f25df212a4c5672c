namespace Thalweg.Plots.Tests.Guides;

/// <summary>The code that a guide shows.</summary>
static class GuideCode
{
    /// <summary>The lines of all blocks of code, without their indentation.</summary>
    public static IEnumerable<string> Lines(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").Split("```").Where((_, i) => i % 2 == 1)
        .SelectMany(block => block.Split('\n').Skip(1))
        .Select(line => line.Trim())
        .Where(line => line.Length > 0);
}
