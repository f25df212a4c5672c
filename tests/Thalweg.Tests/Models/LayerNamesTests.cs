using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Models;

public class LayerNamesTests
{
    [Fact]
    public void Layers_of_one_kind_are_numbered_and_given_names_kept()
    {
        var model = new Sequential { Name = "net" };
        var layer = new Dense(1);
        LayerNames.Christen(model, layer, new HashSet<string> { "dense", "dense_1" });
        Assert.Equal("dense_2", layer.Name);
        var error = Assert.Throws<ArgumentException>(() => LayerNames.Christen(model, new Dense(1) { Name = "same" }, new HashSet<string> { "same" }));
        Assert.StartsWith("Sequential 'net': there are two layers called 'same'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_goes_through_all_models()
    {
        var inner = new Sequential([new InputLayer(2), new Dense(1)]) { Name = "inner" };
        LayerNames.SetPaths("outer", inner);
        LayerNames.SetPaths("outer", inner);
        Assert.Equal("outer/inner/dense/kernel", inner.Weights[0].Path);
    }
}
