namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class VanishingGradientsTests
{
    const string Name = "vanishing gradients";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(hidden: "sigmoid", units: [16, 16, 16, 16, 16, 16, 16, 16])), Name);
        Assert.Contains("'dense'", found.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("dense_7", found.Summary, StringComparison.Ordinal);
        Assert.True(found.Evidence[^1].Value > 1e-2);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
