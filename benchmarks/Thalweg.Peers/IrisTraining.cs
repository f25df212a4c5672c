using Thalweg.Layers;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Thalweg.Peers;

/// <summary>The experiment with iris: 100 epochs of 4-256-256-256-3 on 150 rows in batches of 30, <c>Fit</c> whole against the same 500 steps.</summary>
sealed class IrisTraining : IPeerWork
{
    const int Rows = 150;
    const int Batch = 30;
    const int Epochs = 100;

    public string Name => "iris";

    public IEnumerable<Duel> Duels()
    {
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, Rows * 4).Select(_ => random.NextSingle() * 4 - 2)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(i => i % 3)];

        var model = new Thalweg.Models.Sequential([
            new InputLayer(4), new Layers.Dense(256, "relu"), new Layers.Dense(256, "relu"), new Layers.Dense(256, "relu"), new Layers.Dense(3, "softmax"),
        ]);
        model.Compile("adam", "sparse_categorical_crossentropy", ["accuracy"]);
        var (inputs, targets) = (Tensor.From(x).Reshape([Rows, 4]), Tensor.From(labels));

        var peer = Sequential(Linear(4, 256), ReLU(), Linear(256, 256), ReLU(), Linear(256, 256), ReLU(), Linear(256, 3));
        var optimizer = torch.optim.Adam(peer.parameters());
        var loss = CrossEntropyLoss();
        var (peerInputs, peerTargets) = (torch.tensor(x, [Rows, 4]), torch.tensor(labels.Select(label => (long)label).ToArray()));

        yield return new Duel("iris, Fit of 100 epochs, shuffled, with accuracy (libtorch: its 500 steps alone)", 0.25,
            () => model.Fit(inputs, targets, epochs: Epochs, batchSize: Batch, verbose: Callbacks.Verbosity.Silent),
            () =>
            {
                for (var step = 0; step < Epochs * Rows / Batch; step++)
                {
                    using var scope = torch.NewDisposeScope();
                    var from = step * Batch % Rows;
                    optimizer.zero_grad();
                    loss.forward(peer.forward(peerInputs.narrow(0, from, Batch)), peerTargets.narrow(0, from, Batch)).backward();
                    optimizer.step();
                }
            });
    }
}
