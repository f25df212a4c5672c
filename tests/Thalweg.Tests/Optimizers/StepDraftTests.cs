using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class StepDraftTests
{
    [Fact]
    public void What_does_not_count_is_taken_back()
    {
        var (optimizer, w) = (new Sgd(1, 0.5), new Variable(Tensor.Of(2.0), "w"));
        var draft = optimizer.Draft([w], [w.Value], [Tensor.Of(1.0)]);
        Near.Equal([1], draft.Weights[0], 0);
        draft.CountOnlyWhere(Tensor.Scalar(1, DType.Bool));
        draft.CountOnlyWhere(Tensor.Scalar(0, DType.Bool));
        draft.Settle(optimizer.Shared);
        draft.Commit();
        Near.Equal([2], w.Value, 0);
        Near.Equal([0], optimizer.Remembered(w, "momentum")!, 0);
    }
}
