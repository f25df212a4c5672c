using Thalweg.Metrics;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Metrics;

public class TopClassesTests
{
    static readonly Tensor P = Tensor.From(new double[,] { { 0.1, 0.6, 0.3 }, { 0.5, 0.2, 0.3 } });

    [Fact]
    public void A_label_counts_where_few_are_more_probable() => Near.Equal([1, 0], TopClasses.Hit(Tensor.Of(2, 1), P, 2), 0);

    [Fact]
    public void The_others_are_far_below_any_threshold() =>
        Near.Equal([TopClasses.Far, 0.6, TopClasses.Far, 0.5, TopClasses.Far, TopClasses.Far], TopClasses.Only(P, 1), 0);
}
