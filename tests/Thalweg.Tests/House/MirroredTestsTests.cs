using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Thalweg.Tests.House;

/// <summary>Tests mirror the tree: src/Project/Folder/X.cs is tested by tests/Project.Tests/Folder/XTests.cs.</summary>
public class MirroredTestsTests
{
    [Fact]
    public void Every_file_with_behaviour_has_a_mirrored_test()
    {
        var tests = Repository.Tests.ToDictionary(file => file.Path);
        var untested = new List<string>();
        foreach (var file in Repository.Sources.Where(HasBehaviour))
        {
            string expected = MirrorOf(file);
            if (!tests.TryGetValue(expected, out var test))
                untested.Add($"{file.Path} has no {expected}");
            else if (!HoldsTests(test))
                untested.Add($"{expected} holds no [Fact], [Theory] or contract");
        }
        Violations.AssertNone(untested);
    }

    [Fact]
    public void An_operation_is_in_a_file_that_ends_in_Op()
    {
        var misnamed = Repository.Sources
            .Where(file => file.Project == "Thalweg" && file.Folder == "Ops" && !file.Name.EndsWith("Op", StringComparison.Ordinal))
            .Where(file => file.Syntax.DescendantNodes().OfType<ExtensionBlockDeclarationSyntax>().Any())
            .Select(file => $"{file.Path}: it puts members on a tensor; call it {file.Name}Op.cs");
        Violations.AssertNone(misnamed);
    }

    static string MirrorOf(SourceFile file)
    {
        // The source generator is a part of building the core, and is tested with it.
        var (project, folder) = file.Project == "Thalweg.Generators" ? ("Thalweg", "Generators") : (file.Project, file.Folder);
        return string.Join('/', new[] { "tests", project + ".Tests", folder, file.Name + "Tests.cs" }.Where(part => part.Length > 0));
    }

    /// <summary>Statements, or an expression that computes: interfaces, enumerations and records of data have none.</summary>
    static bool HasBehaviour(SourceFile file) => file.Syntax.DescendantNodes().Any(node => node switch
    {
        GlobalStatementSyntax => true,
        BlockSyntax block => block.Statements.Count > 0,
        ArrowExpressionClauseSyntax arrow => Computes(arrow.Expression),
        _ => false,
    });

    /// <summary>Whether an expression does more than name a constant, a field or a type.</summary>
    static bool Computes(ExpressionSyntax expression) =>
        expression is not (LiteralExpressionSyntax or IdentifierNameSyntax or TypeOfExpressionSyntax or MemberAccessExpressionSyntax);

    static bool HoldsTests(SourceFile test) =>
        test.Text.Contains("[Fact", StringComparison.Ordinal) || test.Text.Contains("[Theory", StringComparison.Ordinal) ||
        test.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>().Any(type => type.BaseList is not null);
}
