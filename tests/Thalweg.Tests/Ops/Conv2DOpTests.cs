using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

[Collection(nameof(RandomSeed))]
public class Conv2DOpTests
{
    /// <summary>Shapes and settings that reach every way through the kernels.</summary>
    public static TheoryData<int[], int[], int[], Padding, int[], int> Cases => new()
    {
        { [2, 5, 6, 3], [3, 3, 3, 2], [1], Padding.Valid, [1], 1 },
        { [2, 5, 6, 3], [3, 3, 3, 2], [2], Padding.Same, [1], 1 },
        { [2, 5, 6, 3], [4, 2, 3, 5], [3, 2], Padding.Same, [1], 1 },
        { [1, 7, 6, 2], [2, 3, 2, 4], [1], Padding.Valid, [2, 1], 1 },
        { [1, 7, 6, 2], [3, 3, 2, 4], [1], Padding.Same, [2], 1 },
        { [2, 4, 5, 6], [2, 2, 2, 6], [1], Padding.Valid, [1], 3 },
        { [2, 4, 5, 6], [2, 2, 1, 6], [1], Padding.Same, [1], 6 },
        { [2, 5, 4, 5], [3, 2, 1, 5], [2, 1], Padding.Same, [1], 5 },
        { [2, 5, 4, 3], [2, 2, 1, 3], [1], Padding.Valid, [2], 3 },
        { [3, 4, 4, 5], [1, 1, 5, 7], [1], Padding.Valid, [1], 1 },
        { [2, 5, 5, 2], [1, 1, 2, 3], [2], Padding.Valid, [1], 1 },
        { [1, 2, 2, 1], [3, 3, 1, 1], [1], Padding.Same, [1], 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_those_of_the_seven_loops(int[] images, int[] kernels, int[] strides, Padding padding, int[] dilation, int groups)
    {
        var (x, kernel) = (Filled(images), Filled(kernels));
        var y = x.Conv2D(kernel, strides, padding, dilation, groups);
        Near.Equal(Plain(x, kernel, y.Shape, Two(strides), padding, Two(dilation), groups), y, 1e-14);
        Near.Equal(y.ToArray<double>(), x.Cast(DType.Float32).Conv2D(kernel.Cast(DType.Float32), strides, padding, dilation, groups), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_and_second_derivatives_agree_with_differences(int[] images, int[] kernels, int[] strides, Padding padding, int[] dilation, int groups)
    {
        var (x, kernel) = (Filled(images), Filled(kernels));
        Tensor Run(Tensor a, Tensor b) => a.Conv2D(b, strides, padding, dilation, groups);
        foreach (var check in (GradientCheck[])[
            Gradient.Check((Tensor a) => Run(a, kernel), x), Gradient.Check((Tensor b) => Run(x, b), kernel),
            Gradient.Check(Gradient.Of((Tensor a) => Run(a, kernel).Square()), x), Gradient.Check(Gradient.Of((Tensor b) => Run(x, b).Square()), kernel),
            Gradient.Check((Tensor b) => Gradient.Of((Tensor a) => Run(a, b).Square())(x), kernel)])
        {
            Assert.True(check.RelativeError < 1e-6, check.ToString());
        }
    }

    [Fact]
    public void The_bits_depend_neither_on_threads_nor_on_vectors_nor_on_the_plan()
    {
        // Large enough to be shared, by places, images and parts of the kernel's gradient.
        foreach (var (images, kernels, groups) in new (int[], int[], int)[] { ([4, 20, 20, 17], [3, 3, 17, 35], 1), ([4, 20, 20, 16], [3, 3, 4, 32], 4), ([4, 20, 20, 37], [3, 3, 1, 37], 37) })
        {
            var (x, kernel) = (Filled(images).Cast(DType.Float32), Filled(kernels).Cast(DType.Float32));
            Func<Tensor>[] computations =
            [
                () => x.Conv2D(kernel, padding: Padding.Same, groups: groups),
                () => Gradient.Of((Tensor a) => a.Conv2D(kernel, [2], Padding.Same, groups: groups).Square())(x),
                () => Gradient.Of((Tensor b) => x.Conv2D(b, padding: Padding.Same, groups: groups).Square())(kernel),
            ];
            foreach (var computation in computations)
            {
                byte[]? first = null;
                Widths.ForEach(how =>
                {
                    var bits = Widths.Bytes(computation()).ToArray();
                    Assert.True((first ??= bits).AsSpan().SequenceEqual(bits), $"{how} give other bits than 128 bits, 1 threads");
                });
            }
            Assert.Equal(Widths.Bytes(computations[0]()).ToArray(), Widths.Bytes(Planned.Run(a => a.Conv2D(kernel, padding: Padding.Same, groups: groups), x)).ToArray());
            Assert.Equal(
                Widths.Bytes(computations[2]()).ToArray(),
                Widths.Bytes(Planned.Run(a => Gradient.Of((Tensor b) => x.Conv2D(b, padding: Padding.Same, groups: groups).Square())(a), kernel)).ToArray());
        }
    }

    [Fact]
    public void No_images_give_none()
    {
        var x = Tensor.Zeros([0, 5, 5, 2]);
        Assert.Equal([0, 3, 3, 4], x.Conv2D(Tensor.Ones([3, 3, 2, 4])).Shape);
        Near.Equal(new double[72], Gradient.Of((Tensor k) => x.Conv2D(k))(Tensor.Ones([3, 3, 2, 4])), 0);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Ones([2, 5, 6, 3]).Conv2D(Tensor.Ones([3, 3, 4, 2])));
        Assert.Contains("(2, 5, 6, 3) and (3, 3, 4, 2)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Tensor.Ones([2, 5, 6, 4]).Conv2D(Tensor.Ones([3, 3, 2, 3]), groups: 2));
        Assert.Contains("no place", Assert.Throws<ArgumentException>(() => Tensor.Ones([2, 2, 6, 3]).Conv2D(Tensor.Ones([3, 3, 3, 2]))).Message, StringComparison.Ordinal);
        Assert.Contains("one channel", Assert.Throws<ArgumentException>(() => Tensor.Ones([5, 6]).Conv2D(Tensor.Ones([3, 3, 3, 2]))).Message, StringComparison.Ordinal);
    }

    internal static Tensor Filled(params int[] shape) => (Tensor.Arange(new Shape(shape).Size, DType.Float64) * 0.7 + shape[^1]).Sin().Reshape(shape);

    internal static (int Down, int Across) Two(int[] numbers) => (numbers[0], numbers[^1]);

    /// <summary>The definition, element by element; padding as TensorFlow and Keras reckon it.</summary>
    internal static double[] Plain(Tensor x, Tensor kernel, Shape result, (int Down, int Across) strides, Padding padding, (int Down, int Across) dilation, int groups)
    {
        int Before(int length, int places, int size, int stride, int spread) => padding == Padding.Valid ? 0 : Math.Max(0, (places - 1) * stride + (size - 1) * spread + 1 - length) / 2;
        var (top, left) = (Before(x.Shape[1], result[1], kernel.Shape[0], strides.Down, dilation.Down), Before(x.Shape[2], result[2], kernel.Shape[1], strides.Across, dilation.Across));
        var (channels, filters) = (kernel.Shape[2], kernel.Shape[3] / groups);
        var y = new List<double>();
        for (var b = 0; b < result[0]; b++)
        {
            for (var i = 0; i < result[1]; i++)
            {
                for (var j = 0; j < result[2]; j++)
                {
                    for (var f = 0; f < result[3]; f++)
                    {
                        var sum = 0.0;
                        for (var p = 0; p < kernel.Shape[0]; p++)
                        {
                            for (var q = 0; q < kernel.Shape[1]; q++)
                            {
                                var (row, column) = (i * strides.Down - top + p * dilation.Down, j * strides.Across - left + q * dilation.Across);
                                for (var c = 0; c < channels && row >= 0 && row < x.Shape[1] && column >= 0 && column < x.Shape[2]; c++)
                                {
                                    sum += At(x, b, row, column, f / filters * channels + c) * At(kernel, p, q, c, f);
                                }
                            }
                        }
                        y.Add(sum);
                    }
                }
            }
        }
        return [.. y];
    }

    static double At(Tensor x, int a, int b, int c, int d) => x.AsSpan<double>()[((a * x.Shape[1] + b) * x.Shape[2] + c) * x.Shape[3] + d];
}
