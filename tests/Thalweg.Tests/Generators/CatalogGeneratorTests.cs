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
            sealed record CatalogEntry<T>(string[] Names, string Summary, string[] Settings, System.Func<Settings, T> Make);
            public sealed record Configuration(string ClassName, System.Collections.Generic.KeyValuePair<string, object?>[] Settings);
            sealed class Settings
            {
                public bool IsEmpty => true;
                public void Expect(string[] known, int places) { }
                public double Number(string name, int place, double fallback = 0) => fallback;
                public int Integer(string name, int place, int fallback = 0) => fallback;
                public System.Exception CannotMake() => new();
            }
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
        int cat = text.IndexOf("\"cat\"", StringComparison.Ordinal);
        int dog = text.IndexOf("\"dog\"", StringComparison.Ordinal);
        int hound = text.IndexOf("\"hound\"", StringComparison.Ordinal);
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

    [Fact]
    public void Constructor_parameters_and_init_properties_become_settings()
    {
        string text = Generate("""
            namespace Zoo
            {
                using Thalweg.Catalogs;
                [Catalog] public abstract class Animal { public double Weight { get; init; } = 1; }
                /// <summary>
                /// It barks &amp; <b>bites</b>.
                /// </summary>
                [Named("dog")] public class Dog(int legs = 4) : Animal { public int Legs => legs; public double EarLength2 { get; init; } public string Secret { get; set; } = ""; }
                [Named("puppy")] public sealed class Puppy() : Dog(4);
                [Named("wolf")] public sealed class Wolf(System.DateTime born) : Animal { public System.DateTime Born => born; }
            }
            """);
        Assert.Contains("""settings.Expect(["legs", "ear_length_2", "weight"], 1)""", text, StringComparison.Ordinal);
        Assert.Contains("""new("Dog", [new("legs", made.Legs), new("ear_length_2", made.EarLength2), new("weight", made.Weight)])""", text, StringComparison.Ordinal);
        Assert.Contains("\"It barks & bites.\"", text, StringComparison.Ordinal);
        Assert.Contains("CannotMake", text, StringComparison.Ordinal);
        // The more derived first, so that a puppy isn't called a dog.
        Assert.True(text.IndexOf("Puppy =>", StringComparison.Ordinal) < text.IndexOf("Dog =>", StringComparison.Ordinal));
    }

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
