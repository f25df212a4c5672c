namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class ClassImbalanceTests
{
    const string Name = "class imbalance";

    [Fact]
    public void A_planted_fault_is_found()
    {
        // 12 rows of the first class among 400 of the others, which it overlaps.
        var label = Tensor.From([.. Enumerable.Range(0, 412).Select(i => i % 34 == 0 ? 1f : 0)], 412, 1);
        var x = Tensor.RandomNormal([412, 4], stream: new RandomStream(5)) + 1.5 * label;
        var found = Patient.Found(Patient.Of(Patient.Network(loss: "binary_crossentropy", last: "sigmoid", outputs: 1), x, label, options: new() { ClassNames = ["no", "yes"] }), Name);
        Assert.Contains("'yes'", found.Summary, StringComparison.Ordinal);
        Assert.Equal("balanced", found.Remedy.Settings["class-weight"]);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
