using Thalweg.Metrics;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class DecisionsTests
{
    static readonly Tensor Y = Tensor.From(new float[,] { { 1, 0 }, { 1, 1 } });
    static readonly Tensor P = Tensor.From(new float[,] { { 0.9f, 0.6f }, { 0.4f, 0.7f } });

    [Fact]
    public void Decisions_are_counted_at_each_threshold()
    {
        var counts = Decisions.Count(Y, P, null, [0.5, 0.8]);
        Near.Equal([2, 1], counts.TruePositives, 0);
        Near.Equal([1, 0], counts.FalsePositives, 0);
        Near.Equal([0, 1], counts.TrueNegatives, 0);
        Near.Equal([1, 2], counts.FalseNegatives, 0);
    }

    [Fact]
    public void Weights_count_and_labels_can_stand_apart()
    {
        var counts = Decisions.Count(Y, P, Tensor.Of(2f, 3), [0.5], perLabel: true);
        Near.Equal([2, 3], counts.TruePositives, 0);
        Near.Equal([0, 2], counts.FalsePositives, 0);
        Near.Equal([2 * 0.5 + 3 * 0.25], Decisions.Count(Y, P, Tensor.Of(2f, 3), [0.5], labelWeights: [0.5, 0.25]).TruePositives, 1e-15);
    }
}
