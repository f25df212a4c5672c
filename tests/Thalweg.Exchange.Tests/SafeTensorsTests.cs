namespace Thalweg.Exchange.Tests;

public sealed class SafeTensorsTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void What_is_written_comes_back_in_all_types()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["flags"] = Tensor.From([true, false, true]),
            ["kernel"] = Tensor.RandomNormal([3, 5]),
            ["wide"] = Tensor.From([1.5, double.NaN]),
            ["counts"] = Tensor.From([1, -2]),
            ["empty"] = Tensor.Zeros([0, 3]),
            ["one"] = Tensor.Scalar(7),
        };
        SafeTensors.Write(files["t.safetensors"], tensors, new Dictionary<string, string> { ["by"] = "a test" });
        var read = SafeTensors.Read(files["t.safetensors"]);
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal((tensor.Shape, tensor.DType), (read[name].Shape, read[name].DType));
            Assert.Equal(tensor.ToArray<double>(), read[name].ToArray<double>());
        }
        using var file = SafeTensorsFile.Open(files["t.safetensors"]);
        Assert.Equal("a test", file.Metadata["by"]);
    }

    [Fact]
    public void A_model_keeps_its_weights_under_their_names()
    {
        var model = KerasFileTests.Network();
        model.SaveSafeTensors(files["m.safetensors"]);
        var other = KerasFileTests.Network();
        other.SetWeights([.. other.GetWeights().Select(weight => weight * 0)]);
        other.LoadSafeTensors(files["m.safetensors"]);
        Close.Same(model.GetWeights(), other.GetWeights());
        using var file = SafeTensorsFile.Open(files["m.safetensors"]);
        Assert.Contains("dense/kernel", file.Names);

        var wider = new Models.Sequential([new Layers.InputLayer(4), new Layers.Dense(9)]);
        Assert.Contains("(4, 9)", Assert.Throws<SafeTensorsFormatException>(() => wider.LoadSafeTensors(files["m.safetensors"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tensors_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => SafeTensors.Write(files["t"], [KeyValuePair.Create("a", Tensor.Scalar(1)), KeyValuePair.Create("a", Tensor.Scalar(2))]));

    [Fact]
    public void Weights_of_a_model_with_branches_have_names_of_their_own()
    {
        var model = TwoBranch.Model();
        model.SaveSafeTensors(files["m.safetensors"]);
        Assert.Equal(["da/kernel", "da/bias", "db/kernel", "db/bias", "o1/kernel", "o1/bias", "o2/kernel", "o2/bias"], SafeTensors.Read(files["m.safetensors"]).Keys);
        var other = KerasFile.Load(TestFile.Of("two_branch.keras"));
        other.LoadSafeTensors(files["m.safetensors"]);
        Close.Same(model.GetWeights(), other.GetWeights());
    }
}
