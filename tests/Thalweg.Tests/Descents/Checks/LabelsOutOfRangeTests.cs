namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class LabelsOutOfRangeTests
{
    const string Name = "labels out of range";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(loss: "sparse_categorical_crossentropy"), y: Patient.Classes + 1), Name);
        Assert.Contains("1, 2, 3", found.Remedy.Text, StringComparison.Ordinal);
        Patient.Found(Patient.Of(Patient.Network(loss: "binary_crossentropy", last: "sigmoid", outputs: 1), y: 2 * Patient.Y[.., ..1] - 1), Name);
        var unmended = Patient.Of(Patient.Network(loss: "sparse_categorical_crossentropy", outputs: 2), y: Patient.Classes).Findings.First(other => other.Name == Name);
        Assert.Null(unmended.Effect);
        Assert.Contains("more units", unmended.Remedy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
