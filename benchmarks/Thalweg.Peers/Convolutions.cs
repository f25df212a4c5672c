using Thalweg.Layers;
using Thalweg.Models;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Thalweg.Peers;

/// <summary>Convolutions of images, alone and in the training of a small network. Each side has the channels where it likes them: last here, first there.</summary>
sealed class Convolutions : IPeerWork
{
    public string Name => "convolutions";

    public IEnumerable<Duel> Duels()
    {
        yield return Forward(32, 28, 1, 32);
        yield return Forward(16, 32, 64, 64);
        yield return Forward(1, 56, 64, 64);
        yield return Training(64, batch: 32);
    }

    static Duel Forward(int batch, int side, int channels, int filters)
    {
        var numbers = Enumerable.Range(0, batch * side * side * channels).Select(i => i % 7 - 3f).ToArray();
        var model = new Sequential([new InputLayer(side, side, channels), new Conv2D(filters, 3, "relu") { Padding = Padding.Same }]);
        var peer = Sequential(Conv2d(channels, filters, 3, padding: 1), ReLU());
        peer.eval();
        var x = Tensor.From(numbers).Reshape([batch, side, side, channels]);
        var y = torch.tensor(numbers, [batch, channels, side, side]);
        return new Duel($"convolution 3 × 3 with relu, {batch} images of {side} × {side}, {channels} → {filters} channels", double.NaN, () => model.Predict(x), () =>
        {
            using var still = torch.no_grad();
            using var scope = torch.NewDisposeScope();
            peer.forward(y);
        });
    }

    static Duel Training(int images, int batch)
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, images * 28 * 28).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var labels = Enumerable.Range(0, images).Select(_ => random.Next(10)).ToArray();
        var model = new Sequential(
        [
            new InputLayer(28, 28, 1),
            new Conv2D(16, 3, "relu") { Padding = Padding.Same }, new MaxPooling2D(2),
            new Conv2D(32, 3, "relu") { Padding = Padding.Same }, new BatchNormalization(), new MaxPooling2D(2),
            new Flatten(), new Dense(10, "softmax"),
        ]);
        model.Compile("adam", "sparse_categorical_crossentropy");
        var (x, y) = (Tensor.From(numbers).Reshape([images, 28, 28, 1]), Tensor.From(labels));
        var peer = Sequential(
            Conv2d(1, 16, 3, padding: 1), ReLU(), MaxPool2d(2),
            Conv2d(16, 32, 3, padding: 1), ReLU(), BatchNorm2d(32), MaxPool2d(2),
            Flatten(), Linear(7 * 7 * 32, 10));
        var optimizer = torch.optim.Adam(peer.parameters());
        var loss = CrossEntropyLoss();
        var (inputs, targets) = (torch.tensor(numbers, [images, 1, 28, 28]), torch.tensor(labels.Select(label => (long)label).ToArray()));
        return new Duel($"{images / batch} steps of a network with two convolutions on 28 × 28, batch {batch}, adam", double.NaN,
            () => model.Fit(x, y, batchSize: batch, shuffle: false, verbose: Callbacks.Verbosity.Silent),
            () =>
            {
                for (var from = 0; from < images; from += batch)
                {
                    using var scope = torch.NewDisposeScope();
                    optimizer.zero_grad();
                    loss.forward(peer.forward(inputs.narrow(0, from, batch)), targets.narrow(0, from, batch)).backward();
                    optimizer.step();
                }
            });
    }
}
