using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Thalweg.Tests.House;

/// <summary>
/// A type is found where its name says. Tensors, operations and gradients are the mathematics that every program
/// uses: they share the namespace Thalweg. Every other folder is a namespace of its own.
/// </summary>
public class NamespaceTests
{
    static readonly string[] Mathematics = ["Tensors", "Ops", "Gradients"];

    [Fact]
    public void Namespaces_follow_the_folders()
    {
        var wrong = Repository.Sources
            .SelectMany(file => file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(declared => (file, declared: declared.Name.ToString(), expected: Expected(file))))
            .Where(pair => pair.declared != pair.expected)
            .Select(pair => $"{pair.file.Path}: namespace {pair.declared}, expected {pair.expected}");
        Violations.AssertNone(wrong);
    }

    [Fact]
    public void A_file_holds_the_type_it_is_named_after()
    {
        var misnamed = Repository.Sources
            .Select(file => (file, types: file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().SelectMany(TopLevelTypes).ToArray()))
            .Where(pair => pair.types.Length > 0 && !pair.types.Contains(pair.file.Name))
            .Select(pair => $"{pair.file.Path} declares {string.Join(", ", pair.types)}, not {pair.file.Name}");
        Violations.AssertNone(misnamed);
    }

    static IEnumerable<string> TopLevelTypes(BaseNamespaceDeclarationSyntax space) => space.Members.Select(member => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    }).Where(name => name.Length > 0);

    static string Expected(SourceFile file)
    {
        string folders = file.Folder.Replace('/', '.');
        if (file.Project == "Thalweg" && Mathematics.Contains(file.Folder.Split('/')[0]))
            return "Thalweg";
        return folders.Length == 0 ? file.Project : $"{file.Project}.{folders}";
    }
}
