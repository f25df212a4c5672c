using Thalweg.Exchange.Keras;
using Thalweg.Initializers;
using Thalweg.Layers;
using Thalweg.Metrics;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests.Keras;

public class KerasNamesTests
{
    [Fact]
    public void Classes_and_settings_have_the_names_of_Keras_both_ways()
    {
        Assert.Equal("SGD", KerasNames.Class("Sgd"));
        Assert.Equal("Dense", KerasNames.Class("Dense"));
        Assert.Equal("amsgrad", KerasNames.Key("Adam", "ams_grad"));
        Assert.Equal("ams_grad", KerasNames.OwnKey("Adam", "amsgrad"));
        Assert.Equal("l2", KerasNames.Key("L2", "factor"));
        Assert.Equal("factor", KerasNames.OwnKey("L2", "l2"));
        Assert.Equal("l1", KerasNames.OwnKey("L1L2", "l1"));
        Assert.Equal("keras.layers", KerasNames.Module(new Dense(1)));
        Assert.Equal("metric", KerasNames.Kind<Metric>());
    }

    [Fact]
    public void What_Keras_does_not_know_is_left_out_at_its_default_alone()
    {
        var adam = new Adam();
        Assert.True(KerasNames.IsLeftOut(adam.Configuration!, "centralize_gradients", false, adam));
        Assert.False(KerasNames.IsLeftOut(adam.Configuration!, "centralize_gradients", true, adam));
        Assert.True(KerasNames.IsLeftOut(new GlorotUniform().Configuration!, "scale", 1.0, Initializer.GlorotUniform));
        Assert.False(KerasNames.IsLeftOut(adam.Configuration!, "beta_1", 0.9, adam));
        Assert.Null(KerasNames.Value("average", "none"));
        Assert.True(KerasNames.IsIdle("data_format", "channels_last"));
        Assert.False(KerasNames.IsIdle("data_format", "channels_first"));
    }

    [Fact]
    public void Padding_is_in_pairs_in_Keras()
    {
        Assert.Equal([[1, 0], [2, 3]], Assert.IsType<int[][]>(KerasNames.Value("padding", (IReadOnlyList<int>)[1, 0, 2, 3])));
        Assert.Equal([1L, 0L, 2L, 3L], Assert.IsType<object?[]>(KerasNames.OwnValue("padding", new object?[] { new object?[] { 1L, 0L }, new object?[] { 2L, 3L } })));
        Assert.Equal("same", KerasNames.OwnValue("padding", "same"));
    }
}
