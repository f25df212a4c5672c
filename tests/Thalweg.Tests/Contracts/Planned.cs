using Thalweg.Plans;

namespace Thalweg.Tests.Contracts;

/// <summary>What a function gives as a plan: tile by tile in the first runs, by emitted loops in the later ones.</summary>
static class Planned
{
    /// <summary>Runs often enough that loops are emitted; fails where a run gives other bits than the one before.</summary>
    public static Tensor Run(Func<Tensor, Tensor> function, Tensor x)
    {
        var plan = Plan.For(inputs => [function(inputs[0])], x);
        var tiles = plan.Run(x)[0];
        for (var run = 0; run <= FusedOperation.RunsBeforeEmitting; run++)
        {
            plan.Run(x);
        }
        var emitted = plan.Run(x)[0];
        Assert.True(Widths.Bytes(tiles).SequenceEqual(Widths.Bytes(emitted)), $"emitted loops give other bits than tiles:\n{tiles}\n{emitted}\n{plan}");
        return emitted;
    }
}
