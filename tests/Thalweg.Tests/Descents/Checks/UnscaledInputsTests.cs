namespace Thalweg.Tests.Descents.Checks;

[Collection(nameof(RandomSeed))]
public class UnscaledInputsTests
{
    const string Name = "inputs not scaled";

    [Fact]
    public void A_planted_fault_is_found()
    {
        var found = Patient.Found(Patient.Of(Patient.Network(), Patient.X * Tensor.Of(1f, 1000, 0.01f, 1)), Name);
        double Number(string part) => found.Evidence.First(measured => measured.Name.Contains(part, StringComparison.Ordinal)).Value;
        Assert.True(Number("condition number of the input covariance") > 1e8);
        Assert.True(Number("condition number after") < 100);
        Assert.Contains("input 1", found.Evidence[0].Name, StringComparison.Ordinal);
        Assert.Equal("true", found.Remedy.Settings["standardize"]);
    }

    [Fact]
    public void A_healthy_training_has_none() => Patient.NotInHealthy(Name);
}
