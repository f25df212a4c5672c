using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class ArenaTests
{
    [Fact]
    public void Values_whose_lives_do_not_overlap_share_their_place()
    {
        var plan = Plan.For(inputs =>
        {
            var x = inputs[0];
            for (var i = 0; i < 20; i++)
            {
                x = x.CumSum();
            }
            return [x];
        }, Tensor.Zeros([1000]));
        Assert.True(plan.ArenaSize <= 3 * 4096, $"{plan.ArenaSize} bytes");
        Assert.Equal(20, plan.InstructionCount);
        Near.Equal(1, plan.Run(Tensor.Eye(1000)[0])[0][0].Item(), 0);
    }

    [Fact]
    public void A_change_of_shape_costs_nothing()
    {
        var plan = Plan.For(inputs => [inputs[0].CumSum().Reshape([2, 3]).CumSum(1).Reshape([6])], Tensor.Zeros([6]));
        Assert.Equal(2, plan.InstructionCount);
        Near.Equal([1, 3, 6, 4, 9, 15], plan.Run(Tensor.Ones([6]))[0], 0);
    }

    [Fact]
    public void An_input_that_is_returned_and_one_that_is_not_read()
    {
        var plan = Plan.For(inputs => [inputs[0], inputs[0].Reshape([2, 1])], Tensor.Zeros([2]), Tensor.Zeros([3]));
        var results = plan.Run(Tensor.Of(1f, 2), Tensor.Zeros([3]));
        Near.Equal([1, 2], results[0], 0);
        Assert.Equal([2, 1], results[1].Shape);
    }
}
