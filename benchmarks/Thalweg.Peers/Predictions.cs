using Thalweg.Layers;
using Thalweg.Models;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Thalweg.Peers;

/// <summary>Outputs of 4-256-256-256-3 with softmax, without gradients.</summary>
sealed class Predictions : IPeerWork
{
    public string Name => "predictions";

    public IEnumerable<Duel> Duels()
    {
        var model = new Sequential([
            new InputLayer(4), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(256, "relu"), new Dense(3, "softmax"),
        ]);
        var peer = Sequential(Linear(4, 256), ReLU(), Linear(256, 256), ReLU(), Linear(256, 256), ReLU(), Linear(256, 3), Softmax(1));
        peer.eval();
        foreach (var batch in (int[])[1, 32])
        {
            var numbers = Enumerable.Range(0, batch * 4).Select(i => i % 7 - 3f).ToArray();
            var x = Tensor.From(numbers).Reshape([batch, 4]);
            var y = torch.tensor(numbers, [batch, 4]);
            yield return new Duel($"prediction of 4-256-256-256-3, batch {batch}", 0.4, () => model.Predict(x), () =>
            {
                using var still = torch.no_grad();
                using var scope = torch.NewDisposeScope();
                peer.forward(y);
            });
        }
    }
}
