namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class OverfittingTests
{
    const string Name = "overfitting";

    [Fact]
    public void A_planted_fault_is_found()
    {
        // Labels that have nothing to do with the inputs can only be learned by heart.
        var y = Tensor.RandomChoice(3, 200, stream: new RandomStream(8)).OneHot(3);
        var found = Patient.Found(Patient.Of(Patient.Network(units: [64, 64]), y: y, epochs: 40), Name);
        Assert.Equal("true", found.Remedy.Settings["early-stopping"]);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
