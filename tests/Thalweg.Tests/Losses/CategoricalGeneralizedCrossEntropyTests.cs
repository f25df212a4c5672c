using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Losses;

public class CategoricalGeneralizedCrossEntropyTests : LossContract
{
    protected override string ClassName => "CategoricalGeneralizedCrossEntropy";

    protected override (Tensor Expected, Tensor Predicted) Sample => (Tensor.Of(1, 2), Tensor.From(new double[,] { { 0.3, 0.3, 0.4 }, { 0.5, 0.25, 0.25 } }));

    [Fact]
    public void A_column_can_be_taken_as_one_label_for_each_prediction()
    {
        var (labels, predicted) = (Tensor.From(new int[,] { { 1 }, { 0 } }), Tensor.From(new double[,] { { 0.75, 0.25 }, { 0.64, 0.36 } }));
        Near.Equal([1, 0.4], new Thalweg.Losses.CategoricalGeneralizedCrossEntropy(PerLabel: true).PerSample(labels, predicted), 1e-12);
        Assert.Equal([2, 2], new Thalweg.Losses.CategoricalGeneralizedCrossEntropy().PerSample(labels, predicted).Shape);
    }
}
