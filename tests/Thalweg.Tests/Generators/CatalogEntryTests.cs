using Thalweg.Optimizers;

namespace Thalweg.Tests.Generators;

public class CatalogEntryTests
{
    /// <summary>What the generator wrote for the core itself.</summary>
    [Fact]
    public void Every_named_optimiser_of_the_core_is_known_with_a_line_about_it()
    {
        Assert.Contains(Optimizer.Known, line => line.Name == "adamw" && line.Summary.StartsWith("Adam with weights that decay", StringComparison.Ordinal));
        Assert.DoesNotContain(Optimizer.Known, line => line.Summary.Length == 0 || line.Summary.Contains('<', StringComparison.Ordinal));
        Assert.Equal("adamw", new AdamW().Name);
    }
}
