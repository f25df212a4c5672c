using Thalweg.Losses;

namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class ProbabilitiesAsLogitsTests
{
    const string Name = "softmax or sigmoid twice";

    [Fact]
    public void A_planted_fault_is_found()
    {
        Patient.Found(Patient.Of(Patient.Network(loss: new CategoricalCrossentropy(FromLogits: true))), Name);
        Patient.Found(Patient.Of(Patient.Network(loss: new BinaryCrossentropy(FromLogits: true), last: "sigmoid", outputs: 1), y: Patient.Y[.., ..1]), Name);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
