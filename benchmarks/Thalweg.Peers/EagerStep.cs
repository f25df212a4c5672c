using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace Thalweg.Peers;

/// <summary>One step of 4-8-3 written by hand, without layers, optimiser or plan: gradients, and w ← w − α ∇w.</summary>
sealed class EagerStep : IPeerWork
{
    const int Batch = 30;
    const double Rate = 0.01;

    public string Name => "eager";

    public IEnumerable<Duel> Duels()
    {
        var random = new Random(1);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        var (x, w1, b1, w2, b2) = (Numbers(Batch * 4), Numbers(32), Numbers(8), Numbers(24), Numbers(3));
        var labels = Enumerable.Range(0, Batch).Select(i => i % 3).ToArray();
        yield return new Duel("eager step of 4-8-3 by hand, batch 30", 0.15, Ours(x, labels, w1, b1, w2, b2), Theirs(x, labels, w1, b1, w2, b2));
    }

    static Action Ours(float[] x, int[] labels, float[] w1, float[] b1, float[] w2, float[] b2)
    {
        var inputs = Tensor.From(x).Reshape([Batch, 4]);
        var targets = Tensor.From(labels).OneHot(3);
        Tensor[] weights = [Tensor.From(w1).Reshape([4, 8]), Tensor.From(b1), Tensor.From(w2).Reshape([8, 3]), Tensor.From(b2)];
        Tensor Loss(IReadOnlyList<Tensor> w)
        {
            var hidden = (inputs.MatMul(w[0]) + w[1]).Relu();
            var scores = hidden.MatMul(w[2]) + w[3];
            return -(scores.LogSoftmax() * targets).Sum() / Batch;
        }
        return () =>
        {
            var (_, gradients) = Gradient.ValueAndGradients(w => Loss(w), weights);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= gradients[i] * Rate;
            }
        };
    }

    static Action Theirs(float[] x, int[] labels, float[] w1, float[] b1, float[] w2, float[] b2)
    {
        var inputs = torch.tensor(x, [Batch, 4]);
        var targets = torch.tensor(labels.Select(label => (long)label).ToArray());
        torch.Tensor[] weights = [torch.tensor(w1, [4, 8]), torch.tensor(b1), torch.tensor(w2, [8, 3]), torch.tensor(b2)];
        foreach (var w in weights)
        {
            w.requires_grad_();
        }
        return () =>
        {
            using var scope = torch.NewDisposeScope();
            var hidden = F.relu(inputs.matmul(weights[0]).add(weights[1]));
            F.cross_entropy(hidden.matmul(weights[2]).add(weights[3]), targets).backward();
            using var still = torch.no_grad();
            foreach (var w in weights)
            {
                w.sub_(w.grad!.mul(Rate));
                w.grad!.zero_();
            }
        };
    }
}
