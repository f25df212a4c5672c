using System.Text.Json;

namespace Thalweg.Tests.Reference;

/// <summary>Values that another library computed, by the name of their file: the numbers that tests compare with.</summary>
public static class ReferenceFile
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference");

    /// <summary>The root of a file of the folder Reference, Reference/keras or (by that name) Reference/torch, without its extension.</summary>
    public static ReferenceNode Load(string name)
    {
        string path = Path.Combine(Folder, "keras", name + ".json");
        if (!File.Exists(path))
            path = Path.Combine(Folder, "torch", name + ".json");
        if (!File.Exists(path))
            path = Path.Combine(Folder, name + ".json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new ReferenceNode(document.RootElement.Clone(), name);
    }

    /// <summary>The names of a file's cases, as the data of a theory: one test per case, named after it.</summary>
    public static TheoryData<string> CaseNames(string name) =>
        [.. Load(name)["cases"].Items.Select(node => node["name"].Text)];

    /// <summary>The case that has this name.</summary>
    public static ReferenceNode Case(string name, string caseName) =>
        Load(name)["cases"].Items.Single(node => node["name"].Text == caseName);
}
