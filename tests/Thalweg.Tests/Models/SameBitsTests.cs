using Thalweg.Callbacks;
using Thalweg.Kernels;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

/// <summary>The promise: the same seed gives the same bits, whatever the threads, the vector width, and whether a plan runs or each operation by itself.</summary>
[Collection(nameof(RandomSeed))]
public class SameBitsTests
{
    public static TheoryData<string, int[], string, string> Trainings => new()
    {
        { "wide enough for threads and packed products", [20, 300, 200, 5], "relu", "adam" },
        { "narrow, with rests everywhere", [3, 7, 5, 2], "tanh", "sgd" },
        { "smooth activations", [9, 33, 17, 3], "gelu", "adam" },
    };

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Every_weight_is_the_same_for_any_threads_and_vector_width(string what, int[] layers, string activation, string optimizer)
    {
        try
        {
            var expected = Train(layers, activation, optimizer, threads: 1, bits: 128);
            foreach (var threads in (int[])[1, 2, 3])
            {
                foreach (var bits in (int[])[128, 256, 512])
                {
                    Assert.True(expected.SequenceEqual(Train(layers, activation, optimizer, threads, bits)), $"{what}: {threads} threads, {bits} bits");
                }
            }
        }
        finally
        {
            ThreadTeam.Count = Environment.ProcessorCount;
            VectorWidth.Bits = VectorWidth.Widest;
        }
    }

    [Theory]
    [MemberData(nameof(Trainings))]
    public void A_plan_gives_the_bits_of_eager_operations(string what, int[] layers, string activation, string optimizer)
    {
        Assert.True(
            Train(layers, activation, optimizer, ThreadTeam.Count, VectorWidth.Bits).SequenceEqual(Train(layers, activation, optimizer, ThreadTeam.Count, VectorWidth.Bits, eagerly: true)), what);
    }

    static byte[] Train(int[] layers, string activation, string optimizer, int threads, int bits, bool eagerly = false)
    {
        (ThreadTeam.Count, VectorWidth.Bits) = (threads, bits);
        RandomSeed.Set(11);
        var x = Tensor.RandomNormal([150, layers[0]]);
        var y = Tensor.RandomChoice(layers[^1], 150).OneHot(layers[^1]);
        var model = new Sequential([
            new InputLayer(layers[0]), .. layers[1..^1].Select(units => new Dense(units, activation) { KernelRegularizer = "l2" }),
            new Dropout(0.1), new Dense(layers[^1], "softmax")]);
        model.Compile(optimizer, "categorical_crossentropy", ["accuracy"], runEagerly: eagerly);
        var history = model.Fit(x, y, epochs: 4, batchSize: 32, validationSplit: 0.2, verbose: Verbosity.Silent);
        return
        [
            .. model.Weights.SelectMany(weight => Widths.Bytes(weight.Value).ToArray()),
            .. model.Optimizer!.Variables.SelectMany(state => Widths.Bytes(state.Value).ToArray()),
            .. Widths.Bytes(model.Predict(x)),
            .. history.Metrics.Values.SelectMany(values => values).SelectMany(BitConverter.GetBytes),
        ];
    }
}
