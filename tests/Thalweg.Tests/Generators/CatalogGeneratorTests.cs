using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Thalweg.Generators;

namespace Thalweg.Tests.Generators;

public class CatalogGeneratorTests
{
    const string Attributes = """
        namespace Thalweg.Catalogs
        {
            sealed class CatalogAttribute : System.Attribute;
            sealed class NamedAttribute(params string[] names) : System.Attribute { public string[] Names => names; }
        }
        """;

    [Fact]
    public void Lists_the_named_descendants_of_a_catalog_in_order()
    {
        string text = Generate("""
            namespace Zoo
            {
                using Thalweg.Catalogs;
                [Catalog] public abstract class Animal;
                [Named("dog", "hound")] public sealed class Dog : Animal;
                public abstract class Feline : Animal;
                [Named("cat")] public sealed class Cat : Feline;
                public sealed class Nameless : Animal;
            }
            """);
        Assert.Contains("class AnimalCatalog", text, StringComparison.Ordinal);
        int cat = text.IndexOf("new(\"cat\"", StringComparison.Ordinal);
        int dog = text.IndexOf("new(\"dog\"", StringComparison.Ordinal);
        int hound = text.IndexOf("new(\"hound\"", StringComparison.Ordinal);
        Assert.True(cat >= 0 && cat < dog && dog < hound, text);
        Assert.DoesNotContain("Nameless", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_without_a_catalog_above_it_is_left_alone() => Assert.Empty(Generate("""
        namespace Zoo
        {
            [Thalweg.Catalogs.Named("stone")] public sealed class Stone;
        }
        """));

    /// <summary>What the generator adds to a program, which must compile with it.</summary>
    static string Generate(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Zoo",
            [CSharpSyntaxTree.ParseText(Attributes, options), CSharpSyntaxTree.ParseText(source, options)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(new CatalogGenerator())
            .WithUpdatedParseOptions(options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        Assert.Empty(whole.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return string.Concat(whole.SyntaxTrees.Skip(2).Select(tree => tree.ToString()));
    }
}
