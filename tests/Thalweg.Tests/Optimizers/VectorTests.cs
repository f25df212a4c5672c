using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class VectorTests
{
    [Fact]
    public void Weights_are_one_vector_and_go_back_to_their_shapes()
    {
        Variable[] w = [new(Tensor.From(new float[,] { { 1, 2 } })), new(Tensor.Of(3.0))];
        Assert.Equal([1, 2, 3], Vector.Of(w));
        Vector.Put(w, [1, 2, 3], [2, 0, -1], 0.5);
        Near.Equal([2, 2], w[0].Value, 0);
        Near.Equal([2.5], w[1].Value, 0);
        Assert.Equal((11.0, 4.0, 7.0), (Vector.Dot([1, 2], [3, 4]), Vector.Largest([1, -4, 2]), Vector.Size([1, -4, 2])));
    }
}
