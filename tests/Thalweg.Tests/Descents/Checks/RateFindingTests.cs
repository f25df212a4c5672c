using Thalweg.Descents;
using Thalweg.Descents.Checks;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class RateFindingTests
{
    [Fact]
    public void Evidence_and_picture_set_the_rate_beside_the_range_test_and_the_limit()
    {
        var model = Patient.Network();
        using var examination = new Examination(model, model.Compiled("a test"), Patient.X, Patient.Y, new() { Epochs = 2 }, null, default);
        var evidence = RateFinding.Evidence(examination, null);
        Assert.Equal(0.005, evidence[0].Value);
        Assert.Contains(evidence, measured => measured.Name.StartsWith("stability limit", StringComparison.Ordinal) && measured.Value > 0.005);
        Assert.Equal(["loss", "in use", "suggested"], RateFinding.Chart(examination).Lines.Select(line => line.Name));
        Assert.Equal("0.012", RateFinding.Remedy(0.0123).Settings["learning-rate"]);
    }
}
