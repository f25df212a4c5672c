using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class LearningRateTooHighTests
{
    const string Name = "learning rate too high";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(new Sgd(1.5), "mse", "linear", "linear", units: [16, 16])), Name);
        Assert.Contains("the limit is", found.Summary, StringComparison.Ordinal);
        Assert.True(double.Parse(found.Remedy.Settings["learning-rate"], System.Globalization.CultureInfo.InvariantCulture) < 0.7);
        Patient.Found(Patient.Of(Patient.Network(new Adam(5))), Name);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
