using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace Thalweg.Peers;

/// <summary>Functions of a million numbers, (1000, 1000): a plan that writes a variable, and libtorch's functions.</summary>
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
        var source = new Variable(x, "x", trainable: false);
        yield return Row("softmax", t => t.Softmax(), () => F.softmax(y, 1));
        yield return Row("log-softmax", t => t.LogSoftmax(), () => F.log_softmax(y, 1));
        yield return Row("GELU", new Activations.Gelu().Apply, () => F.gelu(y));
        yield return Row("mean and variance of rows, normalised", Normalize, () => F.layer_norm(y, [Columns]));
        yield return Row("tanh", t => t.Tanh(), () => y.tanh());
        yield return Row("exp", t => t.Exp(), () => y.exp());
        yield return Row("sum of rows", t => t.Sum(1), () => y.sum(1));
        yield return Row("sum of columns", t => t.Sum(0), () => y.sum(0));
        yield return Row("transpose", t => t.Transpose(), () => y.t().contiguous());

        Duel Row(string work, Func<Tensor, Tensor> ours, Func<torch.Tensor> theirs)
        {
            // Its result goes to memory that is there, as in training; libtorch's allocator gives the same memory again too.
            var target = new Variable(ours(x), "y", trainable: false);
            var plan = Plans.Plan.Trace(_ =>
            {
                target.Assign(ours(source.Value));
                return [];
            });
            return new Duel(work, 1, () => plan.Run(), () => theirs().Dispose());
        }
    }

    static Tensor Normalize(Tensor x)
    {
        var centred = x - x.Mean(axis: 1, keepDims: true);
        return centred * (centred.Square().Mean(axis: 1, keepDims: true) + 1e-5).Rsqrt();
    }
}
