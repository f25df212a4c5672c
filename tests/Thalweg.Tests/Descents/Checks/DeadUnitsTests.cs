namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class DeadUnitsTests
{
    const string Name = "dead units";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var model = Patient.Network(units: [16, 16]);
        model.Layers[1].Weights[1].Assign(Tensor.From([.. Enumerable.Range(0, 16).Select(i => i < 12 ? -50f : 0)], 16));
        var found = Patient.Found(Patient.Of(model), Name);
        Assert.Contains("dense_1", found.Summary, StringComparison.Ordinal);
        Assert.InRange(found.Evidence[0].Value, 75, 100);
        Assert.True(found.Evidence[^1].Value < 25);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
