namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class TargetsOutOfReachTests
{
    const string Name = "targets out of the output's reach";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var y = 10 + 3 * Patient.X[.., ..1];
        Patient.Found(Patient.Of(Patient.Network(loss: "mse", last: "sigmoid", outputs: 1), y: y, epochs: 40), Name);
        Patient.Found(Patient.Of(Patient.Network(loss: "mae", last: "relu", outputs: 1), y: -y, epochs: 40), Name);
        Assert.DoesNotContain(Name, Patient.Of(Patient.Network(loss: "mse", last: "relu", outputs: 1), y: y.Abs()).Findings.Select(other => other.Name));
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
