namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class LogitsAsProbabilitiesTests
{
    const string Name = "logits given to a loss of probabilities";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var y = Patient.Y[.., ..1];
        var found = Patient.Found(Patient.Of(Patient.Network(loss: "binary_crossentropy", last: "linear", outputs: 1), y: y), Name);
        Assert.Equal("sigmoid", found.Remedy.Settings["output-activation"]);
        Assert.DoesNotContain(Name, Patient.Of(Patient.Network(loss: "binary_crossentropy", last: "sigmoid", outputs: 1), y: y).Findings.Select(other => other.Name));
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
