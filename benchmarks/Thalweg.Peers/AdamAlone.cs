using Thalweg.Optimizers;
using Thalweg.Plans;
using TorchSharp;

namespace Thalweg.Peers;

/// <summary>
/// Adam on ten million weights. Thalweg's step reads w, g, m, v and writes w, m, v: 28 bytes per weight. The third number is
/// the bytes it moves per second over those that a copy moves.
/// </summary>
sealed class AdamAlone : IPeerWork
{
    const int Weights = 10_000_000;

    public string Name => "adam";

    public IEnumerable<Duel> Duels()
    {
        var numbers = new float[Weights];
        Array.Fill(numbers, 0.1f);
        var w = new Variable(Tensor.From(numbers), "w");
        var g = Tensor.From(numbers);
        var adam = new Adam();
        var step = Plan.Trace(inputs =>
        {
            adam.Apply([w], inputs);
            return [];
        });
        void Ours() => step.Run(g);

        var peer = new TorchSharp.Modules.Parameter(torch.tensor(numbers));
        peer.grad = torch.tensor(numbers);
        var optimizer = torch.optim.Adam([peer]);
        yield return new Duel($"Adam on {Weights:N0} weights", 1, Ours, () => optimizer.step());

        // The same bytes by copying, 8 per number: 0.8 of the copy's rate is at most 1.25 of its time.
        // Both sides are written once first: memory that never was reads from one page of zeros.
        var (from, to) = (new float[Weights / 8 * 28], new float[Weights / 8 * 28]);
        Array.Fill(from, 1);
        Array.Fill(to, 2);
        yield return new Duel("Adam, against copying as many bytes (in libtorch's place)", 1 / 0.8, Ours, () => Copy(from, to));
    }

    static void Copy(float[] from, float[] to)
    {
        var half = from.Length / 2;
        if (Threads.Count == 1)
        {
            from.AsSpan().CopyTo(to);
            return;
        }
        Parallel.Invoke(() => from.AsSpan(0, half).CopyTo(to), () => from.AsSpan(half).CopyTo(to.AsSpan(half)));
    }
}
