using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Thalweg.Generators;

namespace Thalweg.Tests.House;

/// <summary>
/// The core, understood as the compiler does, so that a rule sees every use of a type or member (also of an extension
/// member, or of a type of the same namespace, which no using line shows) and nothing that only looks like one.
/// </summary>
static class CoreCompilation
{
    const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    static readonly Compilation Compilation = WithGenerated(CSharpCompilation.Create(
        "Thalweg",
        [
            .. Repository.Sources.Where(file => file.Project == "Thalweg").Select(file => file.Tree),
            CSharpSyntaxTree.ParseText(ImplicitUsings, new CSharpParseOptions(LanguageVersion.CSharp14)),
        ],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "Thalweg.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>What the compiler would refuse: a rule that reads half-understood code would pass by mistake.</summary>
    public static IEnumerable<Diagnostic> Errors =>
        Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Each place where a file uses something that another file of the core declares.</summary>
    public static IEnumerable<(SourceFile User, string Name, int Line, string DeclaredIn)> Uses()
    {
        foreach (var file in Repository.Sources.Where(file => file.Project == "Thalweg"))
        {
            var model = Compilation.GetSemanticModel(file.Tree);
            foreach (var node in file.Syntax.DescendantNodes())
            {
                if (model.GetSymbolInfo(node).Symbol is not { } symbol || symbol is INamespaceSymbol)
                    continue;
                foreach (var declaration in symbol.OriginalDefinition.DeclaringSyntaxReferences)
                {
                    string path = declaration.SyntaxTree.FilePath;
                    if (path.StartsWith("src/", StringComparison.Ordinal) && path != file.Path)
                        yield return (file, symbol.Name, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, path);
                }
            }
        }
    }

    /// <summary>The core with what its source generator adds to it.</summary>
    static Compilation WithGenerated(CSharpCompilation written)
    {
        CSharpGeneratorDriver.Create(new CatalogGenerator())
            .WithUpdatedParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14))
            .RunGeneratorsAndUpdateCompilation(written, out var whole, out _);
        return whole;
    }
}
