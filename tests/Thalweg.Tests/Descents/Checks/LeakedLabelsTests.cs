namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class LeakedLabelsTests
{
    const string Name = "label leaks into an input";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var noise = 0.05 * Tensor.RandomNormal([200, 1], stream: new RandomStream(6));
        var x = Tensor.Concat([Patient.X, Patient.Classes.Reshape([200, 1]).Cast(DType.Float32) - 1 + noise], axis: 1);
        var found = Patient.Found(Patient.Of(Patient.Network(inputs: 5), x, options: new() { InputNames = ["a", "b", "c", "d", "grade"] }), Name, improved: false);
        Assert.Equal("grade", found.Remedy.Settings["drop"]);
        var y = Patient.X[.., ..1] + Patient.X[.., 1..2];
        Patient.Found(Patient.Of(Patient.Network(loss: "mse", last: "linear", outputs: 1, inputs: 5), Tensor.Concat([Patient.X, y], axis: 1), y + 0.01 * Patient.X[.., 2..3]), Name, improved: false);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
