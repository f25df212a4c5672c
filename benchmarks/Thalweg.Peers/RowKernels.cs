using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace Thalweg.Peers;

/// <summary>Functions of a million numbers, (1000, 1000), eagerly, with a fresh result on both sides.</summary>
sealed class RowKernels : IPeerWork
{
    const int Rows = 1000;
    const int Columns = 1000;

    public string Name => "rows";

    public IEnumerable<Duel> Duels()
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, Rows * Columns).Select(_ => (float)(6 * random.NextDouble() - 3)).ToArray();
        var x = Tensor.From(numbers).Reshape([Rows, Columns]);
        var y = torch.tensor(numbers, [Rows, Columns]);
        var gelu = new Activations.Gelu();
        yield return new Duel("softmax", 1, () => x.Softmax(), () => F.softmax(y, 1).Dispose());
        yield return new Duel("log-softmax", 1, () => x.LogSoftmax(), () => F.log_softmax(y, 1).Dispose());
        yield return new Duel("GELU", 1, () => gelu.Apply(x), () => F.gelu(y).Dispose());
        var normalize = Plans.Plan.Trace(Normalize);
        yield return new Duel("mean and variance of rows, normalised", 1, () => normalize(x), () => F.layer_norm(y, [Columns]).Dispose());
        yield return new Duel("tanh", 1, () => x.Tanh(), () => y.tanh().Dispose());
        yield return new Duel("exp", 1, () => x.Exp(), () => y.exp().Dispose());
        yield return new Duel("sum of rows", 1, () => x.Sum(1), () => y.sum(1).Dispose());
        yield return new Duel("sum of columns", 1, () => x.Sum(0), () => y.sum(0).Dispose());
        yield return new Duel("transpose", 1, () => x.Transpose(), () => y.t().contiguous().Dispose());
    }

    static Tensor Normalize(Tensor x)
    {
        var centred = x - x.Mean(axis: 1, keepDims: true);
        return centred * (centred.Square().Mean(axis: 1, keepDims: true) + 1e-5).Rsqrt();
    }
}
