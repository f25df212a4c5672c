using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;
using Thalweg.Tests.House;

namespace Thalweg.Tests.Guides;

/// <summary>The guides name everything that a string can be, and say what the code's documentation says.</summary>
public class NamesGuideTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "optimizers", nameof(Optimizer) }, { "schedules", nameof(Schedule) }, { "losses", nameof(Loss) }, { "metrics", nameof(Metric) },
        { "weights", nameof(Initializer) }, { "weights", nameof(Regularizer) }, { "weights", nameof(Constraint) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_name_stands_in_its_guide(string page, string kind)
    {
        var (names, lines) = kind switch
        {
            nameof(Optimizer) => (Optimizer.Names, Optimizer.Known),
            nameof(Schedule) => (Schedule.Names, Schedule.Known),
            nameof(Loss) => (Loss.Names, Loss.Known),
            nameof(Metric) => (Metric.Names, Metric.Known),
            nameof(Initializer) => (Initializer.Names, Initializer.Known),
            nameof(Regularizer) => (Regularizer.Names, Regularizer.Known),
            _ => (Constraint.Names, (IReadOnlyList<CatalogLine>)Constraint.Known),
        };
        string text = Repository.Read($"docs/guides/{page}.md");
        Assert.All(names, name => Assert.True(name == "acc" || text.Contains($"`{name}`", StringComparison.Ordinal), name));
        // The beginning of what the code says, up to the first mark that Markdown writes otherwise.
        Assert.All(lines, line => Assert.Contains(Beginning(line.Summary), text, StringComparison.Ordinal));
    }

    static string Beginning(string summary)
    {
        string plain = summary.Split('|', '<', '`')[0];
        return plain[..Math.Min(20, plain.Length)];
    }
}
