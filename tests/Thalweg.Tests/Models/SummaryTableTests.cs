using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class SummaryTableTests
{
    [Fact]
    public void The_table_is_that_of_Keras()
    {
        var model = new Sequential([
            new InputLayer(4), new Dense(256, "relu") { Name = "dense_24" }, new Dense(256, "relu") { Name = "dense_25" },
            new Dense(256, "relu") { Name = "dense_26" }, new Dense(3, "softmax") { Name = "dense_27" }])
        { Name = "sequential_6" };
        model.Compile("adam", "categorical_crossentropy");
        model.TrainOnBatch(Tensor.Zeros([1, 4]), Tensor.Zeros([1, 3]));
        var output = new StringWriter();
        model.Summary(output);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "keras", "iris.summary.txt")).TrimEnd(), output.ToString().TrimEnd());
    }

    [Fact]
    public void That_of_a_functional_model_says_what_layers_are_connected_to()
    {
        var model = TwoBranch.Model();
        TwoBranch.Train(model, epochs: 1);
        var output = new StringWriter();
        model.Summary(output);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "keras", "two_branch.summary.txt")).TrimEnd(), output.ToString().TrimEnd());
    }

    [Fact]
    public void A_model_without_a_shape_says_so()
    {
        var output = new StringWriter();
        new Sequential([new Dense(3)]).Summary(output);
        Assert.Contains("0 (unbuilt)", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Total params: 0 (0.00 B)", output.ToString(), StringComparison.Ordinal);
    }
}
