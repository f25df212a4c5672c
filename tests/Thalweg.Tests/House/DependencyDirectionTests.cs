namespace Thalweg.Tests.House;

/// <summary>
/// Dependencies run one way through the core's folders: a file uses what stands in its own storey or below, never
/// what stands above.
/// </summary>
public class DependencyDirectionTests
{
    /// <summary>The folders of the core from the ground up; folders of one storey may use each other.</summary>
    static readonly string[][] Storeys =
    [
        ["Kernels", "Catalogs"],
        ["Tensors", "Ops", "Gradients"],
        ["Plans"],
        ["Initializers", "Regularizers", "Constraints", "Activations", "Losses", "Metrics", "Optimizers", "Schedules", "Layers", "Callbacks", "Data"],
        ["Models"],
        ["Descents"],
    ];

    [Fact]
    public void Every_folder_of_the_core_stands_in_a_storey()
    {
        var homeless = Repository.Sources
            .Where(file => file.Project == "Thalweg" && StoreyOf(file.Path) < 0)
            .Select(file => $"{file.Path}: the folder '{file.Folder}' has no place in the order of {nameof(DependencyDirectionTests)}");
        Violations.AssertNone(homeless);
    }

    [Fact]
    public void The_core_is_understood_before_it_is_judged() =>
        Violations.AssertNone(CoreCompilation.Errors.Select(error => error.ToString()));

    [Fact]
    public void No_file_of_the_core_uses_a_higher_storey()
    {
        var upward = CoreCompilation.Uses()
            .Where(use => StoreyOf(use.DeclaredIn) > StoreyOf(use.User.Path))
            .Select(use => $"{use.User.Path}:{use.Line} uses {use.Name} of {use.DeclaredIn}")
            .Distinct();
        Violations.AssertNone(upward);
    }

    [Fact]
    public void Kernels_know_no_tensor()
    {
        var known = CoreCompilation.Uses()
            .Where(use => use.User.Folder.Split('/')[0] == "Kernels" && !use.DeclaredIn.StartsWith("src/Thalweg/Kernels/", StringComparison.Ordinal))
            .Select(use => $"{use.User.Path}:{use.Line} uses {use.Name} of {use.DeclaredIn}")
            .Distinct();
        Violations.AssertNone(known);
    }

    static int StoreyOf(string path)
    {
        string folder = path.Split('/')[2];
        return Array.FindIndex(Storeys, storey => storey.Contains(folder));
    }
}
