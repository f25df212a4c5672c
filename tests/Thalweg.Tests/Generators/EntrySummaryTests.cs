using Thalweg.Activations;
using Thalweg.Losses;

namespace Thalweg.Tests.Generators;

public class EntrySummaryTests
{
    [Fact]
    public void Every_summary_is_one_line_of_plain_text()
    {
        foreach (var line in Activation.Known.Concat(Loss.Known))
        {
            Assert.True(line.Summary.Length > 0 && !line.Summary.Contains('\n', StringComparison.Ordinal) && !line.Summary.Contains("///", StringComparison.Ordinal), line.Name);
        }
    }
}
