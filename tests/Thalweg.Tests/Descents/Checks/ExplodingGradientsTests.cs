namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class ExplodingGradientsTests
{
    const string Name = "exploding gradients";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(units: [32, 32, 32, 32, 32], kernel: "random_normal(standard_deviation=2)")), Name);
        Assert.Contains("dense_4", found.Summary, StringComparison.Ordinal);
        Assert.True(found.Evidence[0].Value > 1e3);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
