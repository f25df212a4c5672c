using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Thalweg.Generators;

/// <summary>The summary of a class's documentation as one line of plain text.</summary>
static class EntrySummary
{
    /// <summary>The summary above a declaration; empty where there is none.</summary>
    public static string Of(SyntaxNode declaration)
    {
        var comment = string.Join(" ", declaration.GetLeadingTrivia().ToFullString()
            .Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line.Substring(3).Trim()));
        var summary = Regex.Match(comment, "<summary>(.*?)</summary>");
        if (!summary.Success)
        {
            return "";
        }
        var named = Regex.Replace(summary.Groups[1].Value, "<see cref=\"(?:[^\"]*\\.)?([^\"]*)\"/>", "$1");
        var plain = Regex.Replace(named, "<[^>]*>", "").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");
        return Regex.Replace(plain, @"\s+", " ").Trim();
    }
}
