using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class ProdigyTests : OptimizerContract
{
    protected override Optimizer Brisk => new Prodigy(0.3);

    protected override Optimizer OnParabola => new Prodigy("cosine_decay(1, 1000)");

    /// <summary>Worked by hand from the paper's formulas.</summary>
    [Fact]
    public void First_steps_are_those_of_the_paper()
    {
        var (optimizer, w) = (new Prodigy { InitialDistance = 0.1 }, new Variable(Tensor.Of(1.0, -2), "w"));
        optimizer.Apply([w], [Tensor.Of(0.3, 0.4)]);
        Near.Equal([0.6837725673161442, -2.3162275160170354], w.Value, 1e-12);
        optimizer.Apply([w], [Tensor.Of(0.2, -0.5)]);
        Near.Equal([0.27141289530519686, -2.2470729835205345], w.Value, 1e-12);
        optimizer.Apply([w], [Tensor.Of(0.3, 0.1)]);
        Near.Equal([-0.21627708263125317, -2.2343776735872587], w.Value, 1e-12);
    }

    protected override Optimizer OnNetwork => new Prodigy();
}
