namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class UnshuffledRowsTests
{
    const string Name = "rows not shuffled";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var order = Tensor.From([.. Patient.Classes.ToArray<int>().Select((label, row) => (label, row)).OrderBy(pair => pair.label).Select(pair => pair.row)]);
        var (x, y) = (Patient.X.Gather(order), Patient.Y.Gather(order));
        var found = Patient.Found(Patient.Of(Patient.Network(), x, y, options: new() { ValidationSplit = 0.2 }), Name);
        Assert.True(found.Evidence[0].Value > 0.95);
        Assert.Contains(Name, Patient.Of(Patient.Network(), x, y, options: new() { Shuffle = false }).Findings.Select(other => other.Name));
        Assert.DoesNotContain(Name, Patient.Of(Patient.Network(), x, y).Findings.Select(other => other.Name));
        Assert.DoesNotContain(Name, Patient.Of(Patient.Network(), options: new() { Shuffle = false }).Findings.Select(other => other.Name));
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
