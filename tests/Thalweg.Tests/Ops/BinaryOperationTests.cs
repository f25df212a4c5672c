using CsCheck;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class BinaryOperationTests
{
    [Fact]
    public void Random_shapes_broadcast_to_what_stretched_operands_give() =>
        Gen.Select(Gen.Int[1, 3].Array[0, 4], Gen.Bool.Array[4], Gen.Bool.Array[4], Gen.Int[0, 4], Gen.Int[0, 4]).Sample((lengths, onesA, onesB, dropA, dropB) =>
        {
            Shape a = [.. lengths.Select((length, axis) => onesA[axis] ? 1 : length).Skip(dropA)];
            Shape b = [.. lengths.Select((length, axis) => onesB[axis] ? 1 : length).Skip(dropB)];
            var (x, y) = (Filled(a, 1), Filled(b, 2));
            var shape = Shape.Broadcast(a, b);
            Near.Equal(x.BroadcastTo(shape) - y.BroadcastTo(shape), x - y);
        });

    static Tensor Filled(Shape shape, double from) => (Tensor.Arange(shape.Size, DType.Float64) + from).Reshape(shape);
}
