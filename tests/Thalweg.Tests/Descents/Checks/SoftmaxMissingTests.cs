using Thalweg.Losses;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class SoftmaxMissingTests
{
    const string Name = "softmax missing";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(last: "linear")), Name);
        Assert.Equal("softmax", found.Remedy.Settings["output-activation"]);
        Patient.Found(Patient.Of(Patient.Network(loss: "sparse_categorical_crossentropy", last: "tanh"), y: Patient.Classes), Name);
        Assert.DoesNotContain(Name, Patient.Of(Patient.Network(loss: new CategoricalCrossentropy(FromLogits: true), last: "linear")).Findings.Select(other => other.Name));
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
