using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Thalweg.Tests.House;

/// <summary>
/// Every public member says something that its name doesn't. The compiler demands a comment (CS1591 is an error);
/// these tests demand that nothing switches that off, and that the comment has content.
/// </summary>
public partial class DocumentedTests
{
    static readonly HashSet<string> EmptyWords = new(StringComparer.OrdinalIgnoreCase)
        { "a", "an", "the", "of", "this", "that", "is", "are", "its", "to", "for", "or", "and", "get", "gets", "set", "sets", "initializes", "new", "instance", "class", "returns", "value" };

    [Fact]
    public void Nothing_switches_off_the_demand_for_documentation()
    {
        var projects = Repository.Files().Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal));
        var switchedOff = projects.Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) && Suppression().IsMatch(Repository.Read(path)))
            .Concat(Repository.Sources.Where(file => Pragma().IsMatch(file.Text)).Select(file => file.Path));
        Violations.AssertNone(switchedOff);
        Assert.Contains("<GenerateDocumentationFile>true", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        var silent = Repository.Sources.SelectMany(PublicMembers)
            .Where(member => member.Documentation is null)
            .Select(member => $"{member.Place}: {member.Name} has no documentation");
        Violations.AssertNone(silent);
    }

    [Fact]
    public void No_summary_is_empty_or_repeats_the_name()
    {
        var hollow = Repository.Sources.SelectMany(PublicMembers)
            .Where(member => member.Documentation is { } text && Summary(text) is { } summary && Repeats(summary, member.Name))
            .Select(member => $"{member.Place}: the summary of {member.Name} says no more than its name");
        Violations.AssertNone(hollow);
    }

    [Theory]
    [InlineData("The learning rate.", "LearningRate", true)]
    [InlineData("Gets or sets the epochs.", "Epochs", true)]
    [InlineData("", "Epochs", true)]
    [InlineData("How many times the data are gone through.", "Epochs", false)]
    [InlineData("The learning rate, as a fraction of the gradient.", "LearningRate", false)]
    public void The_rule_knows_a_hollow_summary(string summary, string name, bool hollow) =>
        Assert.Equal(hollow, Repeats(summary, name));

    /// <summary>The documented text of the summary; null where the comment inherits it or refers to a parameter list.</summary>
    static string? Summary(string documentation)
    {
        if (documentation.Contains("<inheritdoc", StringComparison.Ordinal))
            return null;
        var summary = XDocument.Parse($"<doc>{documentation}</doc>").Descendants("summary").FirstOrDefault();
        return summary is null ? "" : string.Concat(summary.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } element => " " + (string?)element.FirstAttribute + " ",
            _ => "",
        }));
    }

    static bool Repeats(string summary, string name)
    {
        var known = Words().Matches(name).Select(match => Stem(match.Value)).ToHashSet();
        return Words().Matches(summary).Select(match => match.Value)
            .Where(word => !EmptyWords.Contains(word))
            .All(word => known.Contains(Stem(word)));
    }

    static string Stem(string word) => word.ToUpperInvariant().TrimEnd('S');

    static IEnumerable<(string Place, string Name, string? Documentation)> PublicMembers(SourceFile file) =>
        from member in file.Syntax.DescendantNodes().OfType<MemberDeclarationSyntax>()
        where IsVisible(member)
        from name in NamesOf(member)
        let line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        select ($"{file.Path}:{line}", name, DocumentationOf(member));

    static bool IsVisible(MemberDeclarationSyntax member) => member.Parent switch
    {
        ExtensionBlockDeclarationSyntax extension => IsPublic(member) && IsVisible((MemberDeclarationSyntax)extension.Parent!),
        InterfaceDeclarationSyntax type => !member.Modifiers.Any(SyntaxKind.PrivateKeyword) && IsVisible(type),
        EnumDeclarationSyntax type => IsVisible(type),
        TypeDeclarationSyntax type => IsPublic(member) && IsVisible(type),
        _ => IsPublic(member),
    };

    static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword) ||
        (member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword) && !member.Modifiers.Any(SyntaxKind.OverrideKeyword));

    static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        _ when member.Modifiers.Any(SyntaxKind.OverrideKeyword) => [],      // the base member's documentation holds
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        IndexerDeclarationSyntax => ["this[]"],
        EventDeclarationSyntax declared => [declared.Identifier.Text],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        EnumMemberDeclarationSyntax element => [element.Identifier.Text],
        OperatorDeclarationSyntax declared => ["operator " + declared.OperatorToken.Text],
        ConversionOperatorDeclarationSyntax conversion => ["operator " + conversion.Type],
        _ => [],
    };

    static string? DocumentationOf(MemberDeclarationSyntax member)
    {
        var comment = member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().LastOrDefault();
        return comment is null ? null : LinePrefix().Replace(comment.ToFullString(), "");
    }

    [GeneratedRegex(@"NoWarn|CS1591|WarningsNotAsErrors")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"#pragma\s+warning\s+disable\s+.*1591")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex LinePrefix();

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\s\w.,;:()'""]+")]
    private static partial Regex Words();
}
