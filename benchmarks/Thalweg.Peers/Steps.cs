using Thalweg.Layers;
using Thalweg.Models;
using TorchSharp;
using Parameter = TorchSharp.Modules.Parameter;
using static TorchSharp.torch.nn;

namespace Thalweg.Peers;

/// <summary>Training steps with Adam and cross-entropy: Thalweg's <c>Fit</c> over ten batches, and libtorch's loop over the same.</summary>
sealed class Steps : IPeerWork
{
    const int Batches = 10;

    public string Name => "steps";

    public IEnumerable<Duel> Duels()
    {
        yield return Step(0.025, 30, 4, 8, 3);
        yield return Step(0.25, 30, 4, 256, 256, 256, 3);
        yield return Step(0.45, 32, 784, 128, 10);
        yield return Step(0.8, 128, 784, 512, 512, 10);
        yield return Step(0.9, 256, 1024, 2048, 2048, 2048, 1000);
        foreach (var (name, peer) in Optimizers)
        {
            yield return Step(name, peer, name is "lion" or "muon" ? double.NaN : 0.8, 128, 784, 512, 512, 10);
        }
    }

    /// <summary>Other optimisers; libtorch's AdamW stands in for those that TorchSharp doesn't have.</summary>
    static readonly (string Name, Func<IEnumerable<Parameter>, torch.optim.Optimizer> Peer)[] Optimizers =
    [
        ("sgd", parameters => torch.optim.SGD(parameters, 0.01)),
        ("adamw", parameters => torch.optim.AdamW(parameters)),
        ("lion", parameters => torch.optim.AdamW(parameters)),
        ("muon", parameters => torch.optim.AdamW(parameters)),
    ];

    /// <summary>Steps of the largest network by one side, without the other.</summary>
    public static Action Largest(bool torchs)
    {
        int[] widths = [1024, 2048, 2048, 2048, 1000];
        var (x, labels) = Data(512, widths[0], widths[^1]);
        return torchs ? Theirs(x, labels, 256, parameters => torch.optim.Adam(parameters), widths) : Ours(x, labels, 256, "adam", widths);
    }

    static Duel Step(double limit, int batch, params int[] widths) => Step("adam", parameters => torch.optim.Adam(parameters), limit, batch, widths);

    static Duel Step(string name, Func<IEnumerable<Parameter>, torch.optim.Optimizer> peer, double limit, int batch, params int[] widths)
    {
        var batches = widths[1] > 1000 ? 2 : Batches;
        var (x, labels) = Data(batch * batches, widths[0], widths[^1]);
        var what = name switch { "adam" => "", "lion" or "muon" => $", {name} (libtorch: adamw)", _ => $", {name}" };
        return new Duel($"{batches} steps of {string.Join('-', widths)}, batch {batch}{what}", limit, Ours(x, labels, batch, name, widths), Theirs(x, labels, batch, peer, widths));
    }

    static Action Ours(float[] x, int[] labels, int batch, string optimizer, int[] widths)
    {
        var model = new Sequential([new InputLayer(widths[0])]);
        for (var i = 1; i < widths.Length; i++)
        {
            model.Add(new Dense(widths[i], i < widths.Length - 1 ? "relu" : "softmax"));
        }
        model.Compile(optimizer, "sparse_categorical_crossentropy");
        var inputs = Tensor.From(x).Reshape([-1, widths[0]]);
        var targets = Tensor.From(labels);
        return () => model.Fit(inputs, targets, batchSize: batch, shuffle: false, verbose: Callbacks.Verbosity.Silent);
    }

    static Action Theirs(float[] x, int[] labels, int batch, Func<IEnumerable<Parameter>, torch.optim.Optimizer> peer, int[] widths)
    {
        var layers = new List<Module<torch.Tensor, torch.Tensor>>();
        for (var i = 1; i < widths.Length; i++)
        {
            layers.Add(Linear(widths[i - 1], widths[i]));
            if (i < widths.Length - 1)
            {
                layers.Add(ReLU());
            }
        }
        var model = Sequential(layers);
        var optimizer = peer(model.parameters());
        var loss = CrossEntropyLoss();
        var inputs = torch.tensor(x, [labels.Length, widths[0]]);
        var targets = torch.tensor(labels.Select(label => (long)label).ToArray());
        return () =>
        {
            for (var from = 0; from < labels.Length; from += batch)
            {
                using var scope = torch.NewDisposeScope();
                optimizer.zero_grad();
                loss.forward(model.forward(inputs.narrow(0, from, batch)), targets.narrow(0, from, batch)).backward();
                optimizer.step();
            }
        };
    }

    static (float[] X, int[] Labels) Data(int rows, int features, int classes)
    {
        var random = new Random(1);
        return (
            [.. Enumerable.Range(0, rows * features).Select(_ => random.NextSingle() - 0.5f)],
            [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))]);
    }
}
