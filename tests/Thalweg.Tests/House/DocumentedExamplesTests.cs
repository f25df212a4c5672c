using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Thalweg.Tests.House;

/// <summary>Examples in the documentation of optimisers, losses and metrics are run: each ends in an expression and the number that it is.</summary>
[Collection(nameof(RandomSeed))]
public partial class DocumentedExamplesTests
{
    static readonly string[] Folders = ["Optimizers", "Losses", "Metrics"];

    [Fact]
    public void Every_named_optimiser_loss_and_metric_has_an_example_that_gives_what_it_says()
    {
        var examples = Examples();
        Assert.Equal([], examples.Where(example => example.Code is null).Select(example => example.Name));
        var wrong = new List<string>();
        foreach (var (name, method, expected) in Compiled(examples!))
        {
            var actual = Convert.ToDouble(method.Invoke(null, null), CultureInfo.InvariantCulture);
            if (!(Math.Abs(actual - expected) <= 2e-5 * Math.Max(1, Math.Abs(expected))))
            {
                wrong.Add(FormattableString.Invariant($"{name}: {actual:G6}, not {expected}"));
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static List<(string Name, string? Code)> Examples()
    {
        var examples = new List<(string, string?)>();
        foreach (var folder in Folders)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "Thalweg", folder), "*.cs").Order(StringComparer.Ordinal))
            {
                var text = File.ReadAllText(file);
                var named = Named().Match(text);
                if (named.Success)
                {
                    var example = Example().Matches(text[..named.Index]).LastOrDefault();
                    var code = example is null ? null : string.Join('\n', example.Groups[1].Value.Split('\n').Select(line => line.Trim().TrimStart('/').Trim()).Where(line => line.Length > 0));
                    examples.Add(($"{folder}_{Path.GetFileNameWithoutExtension(file)}", code is null ? null : System.Net.WebUtility.HtmlDecode(code)));
                }
            }
        }
        return examples;
    }

    static List<(string Name, MethodInfo Method, double Expected)> Compiled(IReadOnlyList<(string Name, string Code)> examples)
    {
        var expected = new List<double>();
        var source = new System.Text.StringBuilder();
        foreach (var (name, code) in examples)
        {
            var lines = code.Split('\n');
            var last = Last().Match(lines[^1]);
            Assert.True(last.Success, $"The example of {name} must end in an expression and its value, as in 'w.Value.Item()     // 0.9', but ends in '{lines[^1]}'.");
            expected.Add(double.Parse(last.Groups[2].Value, CultureInfo.InvariantCulture));
            source.Append(CultureInfo.InvariantCulture, $$"""
                namespace {{name}}Example
                {
                    using System; using Thalweg; using Thalweg.{{name[..name.IndexOf('_', StringComparison.Ordinal)]}};
                    public static class Run
                    {
                        public static object Value()
                        {
                            {{string.Join('\n', lines[..^1])}}
                            return {{last.Groups[1].Value.Trim()}};
                        }
                    }
                }

                """);
        }
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(Tensor).Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path));
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            "DocumentedExamples", [CSharpSyntaxTree.ParseText(source.ToString())], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        var assembly = Assembly.Load(image.ToArray());
        return [.. examples.Select((example, i) => (example.Name, assembly.GetType($"{example.Name}Example.Run")!.GetMethod("Value")!, expected[i]))];
    }

    [GeneratedRegex(@"^\[Named\(", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex("<example><code>(.*?)</code></example>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(.*?)\s*//\s*(-?[0-9.e-]+)$")]
    private static partial Regex Last();
}
