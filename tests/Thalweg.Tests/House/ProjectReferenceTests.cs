using System.Xml.Linq;

namespace Thalweg.Tests.House;

/// <summary>The core depends on one package; every other project depends on the core, and the command on all.</summary>
public class ProjectReferenceTests
{
    /// <summary>What each project of src may refer to: projects, and packages.</summary>
    static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Thalweg.Generators"] = ([], ["Microsoft.CodeAnalysis.CSharp"]),
        ["Thalweg"] = (["Thalweg.Generators"], ["System.Numerics.Tensors"]),
        ["Thalweg.Data"] = (["Thalweg"], ["Sylvan.Data.Csv"]),
        ["Thalweg.Plots"] = (["Thalweg"], ["ScottPlot", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        ["Thalweg.Exchange"] = (["Thalweg"], ["PureHDF", "Google.Protobuf", "System.IO.Hashing"]),
        ["Thalweg.Lab"] = (["Thalweg", "Thalweg.Data", "Thalweg.Plots", "Thalweg.Exchange"], ["Microsoft.AspNetCore.OpenApi", "Microsoft.Data.Sqlite"]),
        ["Thalweg.Cli"] = (["Thalweg", "Thalweg.Data", "Thalweg.Plots", "Thalweg.Exchange", "Thalweg.Lab"], ["System.CommandLine", "Spectre.Console"]),
    };

    public static TheoryData<string> Projects =>
        [.. Repository.Files("src").Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_it_may(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{path} is new: write into {nameof(ProjectReferenceTests)} what it may refer to.");

        var project = XDocument.Parse(Repository.Read(path));
        var projects = project.Descendants("ProjectReference").Select(node => Path.GetFileNameWithoutExtension(Include(node).Replace('\\', '/')));
        Violations.AssertNone(projects.Except(allowed.Projects));
        Violations.AssertNone(project.Descendants("PackageReference").Select(Include).Except(allowed.Packages));
    }

    [Fact]
    public void Other_projects_see_only_the_public_face_of_the_core()
    {
        var friends = XDocument.Parse(Repository.Read("src/Thalweg/Thalweg.csproj")).Descendants("InternalsVisibleTo").Select(Include);
        Violations.AssertNone(friends.Except(["Thalweg.Tests", "Thalweg.Benchmarks", "Thalweg.Peers"]));
    }

    static string Include(XElement node) => (string?)node.Attribute("Include") ?? "";
}
