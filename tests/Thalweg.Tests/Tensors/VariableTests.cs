using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Tensors;

public class VariableTests
{
    [Fact]
    public void Holds_what_was_put_in_and_keeps_shape_and_type()
    {
        var v = new Variable(Tensor.Of(1f, 2f), "w");
        v.Assign(Tensor.Of(3.0, 4.0));
        Assert.Equal(DType.Float32, v.DType);
        Near.Equal([3, 4], v, 0);
        var error = Assert.Throws<ArgumentException>(() => v.Assign(Tensor.Of(1f)));
        Assert.Contains("'w'", error.Message, StringComparison.Ordinal);
        Assert.Contains("(1,)", error.Message, StringComparison.Ordinal);
        Near.Equal([3, 4], v, 0);
    }

    [Fact]
    public void The_path_is_the_name_until_it_is_set()
    {
        var v = new Variable(Tensor.Scalar(1), "kernel");
        Assert.Equal("kernel", v.Path);
        v.Path = "dense/kernel";
        Assert.StartsWith("dense/kernel Float32 ()", v.ToString(), StringComparison.Ordinal);
        Assert.True(v.Trainable);
    }
}
