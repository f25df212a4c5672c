namespace Thalweg.Tests.House;

/// <summary>The files of this repository, which the house rules read.</summary>
static class Repository
{
    static readonly string[] Generated = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    /// <summary>The folder that holds Thalweg.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file under src.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = Load("src");

    /// <summary>Every C# file under tests.</summary>
    public static IReadOnlyList<SourceFile> Tests { get; } = Load("tests");

    /// <summary>The paths of all files that people wrote, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder = "")
    {
        string path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
            yield break;
        foreach (string file in Directory.EnumerateFiles(path))
        {
            if (Path.GetFileName(file) != ".git")           // a file, where the checkout is a second working tree
                yield return Relative(file);
        }
        foreach (string inner in Directory.EnumerateDirectories(path))
        {
            string name = Path.GetFileName(inner);
            if (Generated.Contains(name) || (name.StartsWith('.') && name != ".ci"))
                continue;
            foreach (string file in Files(Relative(inner)))
                yield return file;
        }
    }

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    static SourceFile[] Load(string folder) =>
        [.. Files(folder).Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(path => new SourceFile(path))];

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Thalweg.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Thalweg.slnx: run the tests from a checkout.");
    }
}
