using Thalweg.Optimizers;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class LearningRateTooLowTests
{
    const string Name = "learning rate too low";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(new Adam(1e-6))), Name);
        Assert.Equal(1e-6, found.Evidence[0].Value);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
