using Thalweg.Lab.Trainings;
using Thalweg.Losses;

namespace Thalweg.Lab.Tests.Trainings;

public class OutputFormTests
{
    static readonly Tensor OneHot = Tensor.From(new float[] { 1, 0, 0, 1 }, 2, 2);

    [Fact]
    public void Classes_end_in_probabilities()
    {
        var form = OutputForm.For(3, new CategoricalCrossentropy());
        Assert.Equal((3, "softmax"), (form.Units, form.Activation));
        Assert.Equal([2, 0], form.Predicted!(Tensor.From(new float[] { 0, 0.1f, 0.9f, 1, 0, 0 }, 2, 3)));
    }

    [Fact]
    public void Two_classes_can_share_one_probability()
    {
        var form = OutputForm.For(2, new BinaryCrossentropy());
        Assert.Equal((1, "sigmoid"), (form.Units, form.Activation));
        Assert.Equal([0f, 1f], form.Target(OneHot).ToArray<float>());
        Assert.Equal([2, 1], form.Target(OneHot).Shape.ToArray());
        Assert.Equal([1, 0], form.Predicted!(Tensor.From(new float[] { 0.6f, 0.4f }, 2, 1)));
    }

    [Fact]
    public void A_sparse_loss_takes_class_numbers() =>
        Assert.Equal([0, 1], OutputForm.For(2, new SparseCategoricalCrossentropy()).Target(OneHot).ToArray<int>());

    [Fact]
    public void Numbers_end_in_one_linear_output()
    {
        var form = OutputForm.For(0, new MeanSquaredError());
        Assert.Equal((1, "linear"), (form.Units, form.Activation));
        Assert.Null(form.Predicted);
        Assert.Throws<UserErrorException>(() => OutputForm.For(0, new BinaryCrossentropy()));
    }
}
