using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class DropoutTests : LayerContract
{
    protected override string ClassName => "Dropout";

    protected override Layer Inner => new Dropout(0.2, seed: 3);

    protected override Layer From(ReferenceNode args) => new Dropout(args["rate"].Number);

    [Fact]
    public void While_training_a_part_is_dropped_and_the_rest_scaled_up()
    {
        var y = new Dropout(0.25, seed: 1).Apply(Tensor.Ones([100, 100]), new CallContext(Training: true));
        Near.Equal(1, y.Mean().Item(), 0.02);
        Near.Equal(0.25, y.Equal(0).Cast(DType.Float32).Mean().Item(), 0.02);
        Near.Equal(1 / 0.75, y.Max().Item(), 1e-6);
    }

    [Fact]
    public void Every_call_draws_anew_and_a_seed_repeats_them()
    {
        var (layer, again, x, training) = (new Dropout(0.5, seed: 1), new Dropout(0.5, seed: 1), Tensor.Ones([64]), new CallContext(Training: true));
        var (first, second) = (layer.Apply(x, training), layer.Apply(x, training));
        Assert.Equal(1, first.NotEqual(second).Any().Item());
        Near.Equal(first, again.Apply(x, training));
        Near.Equal(second, again.Apply(x, training));
    }

    [Fact]
    public void The_rate_is_below_1() => Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(1));
}
