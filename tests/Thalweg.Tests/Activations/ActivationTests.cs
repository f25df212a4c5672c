using Thalweg.Activations;

namespace Thalweg.Tests.Activations;

public class ActivationTests
{
    [Theory]
    [InlineData("relu")]
    [InlineData("ReLU")]
    [InlineData("Relu")]
    public void A_name_is_found_as_Keras_or_a_class_writes_it(string name) => Assert.Equal(new Relu(), (Activation)name);

    [Fact]
    public void A_wrong_name_says_which_was_meant()
    {
        var error = Assert.Throws<ArgumentException>(() => (Activation)"rellu");
        Assert.Contains("Did you mean 'relu'?", error.Message, StringComparison.Ordinal);
        Assert.Contains("softmax", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_activation_of_Keras_is_there()
    {
        string[] keras =
        [
            "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu", "hard_swish", "hard_tanh", "leaky_relu", "linear",
            "log_sigmoid", "log_softmax", "mish", "relu", "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax", "softplus", "softsign",
            "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus", "swish", "tanh", "tanh_shrink", "threshold",
        ];
        Assert.Empty(keras.Except(Activation.Names));
    }

    [Fact]
    public void A_function_of_ones_own_serves() => Assert.Equal(9, Activation.From(x => x.Square()).Apply(Tensor.Scalar(3)).Item());

    [Fact]
    public void One_of_ones_own_has_no_name() => Assert.Equal("custom", Activation.From(x => x).Name);
}
