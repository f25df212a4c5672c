using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Thalweg.Tests.House;

/// <summary>One C# file, where it stands, and its syntax.</summary>
/// <param name="path">The path relative to the repository's root, with forward slashes.</param>
sealed class SourceFile(string path)
{
    static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    readonly string[] parts = path.Split('/');

    public string Path => path;

    /// <summary>The name without folders and extension, which is also the name of its one type.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(path);

    /// <summary>The project: src/Thalweg.Plots/… is of Thalweg.Plots.</summary>
    public string Project => parts[1];

    /// <summary>The folders inside the project, as "Layers" or "Layers/Core"; empty for a file beside the project's.</summary>
    public string Folder => string.Join('/', parts.Skip(2).SkipLast(1));

    public string Text { get; } = Repository.Read(path);

    // Rules run side by side, and must see one and the same tree.
    public SyntaxTree Tree => field ?? Interlocked.CompareExchange(ref field, CSharpSyntaxTree.ParseText(Text, Options, path), null) ?? field;

    public SyntaxNode Syntax => Tree.GetRoot();

    public override string ToString() => path;
}
