using Thalweg.Kernels;
using TorchSharp;

namespace Thalweg.Peers;

/// <summary>Matrix products into memory that is there: Thalweg's kernel, and libtorch's <c>addmm_</c> with β = 0.</summary>
sealed class MatrixProducts : IPeerWork
{
    public string Name => "matmul";

    public IEnumerable<Duel> Duels()
    {
        foreach (var n in (int[])[64, 128, 256, 512, 1024, 2048])
        {
            foreach (var (ta, tb) in ((bool, bool)[])[(false, false), (false, true), (true, false)])
            {
                yield return Product($"{n} × {n} × {n} {(ta ? 'T' : 'N')}{(tb ? 'T' : 'N')}", 1, n, n, n, ta, tb);
            }
        }
        foreach (var (m, k, n) in ((int, int, int)[])[(30, 256, 256), (128, 784, 512)])
        {
            yield return Product($"({m}×{k})·({k}×{n})", 0.95, m, n, k, false, false);
            yield return Product($"its gradient by the left, ({m}×{n})·({k}×{n})ᵀ", 0.95, m, k, n, false, true);
            yield return Product($"its gradient by the right, ({m}×{k})ᵀ·({m}×{n})", 0.95, k, n, m, true, false);
        }
        yield return Product("(1×1024)·(1024×1024)", 1, 1, 1024, 1024, false, false);
        yield return Product("(1024×1024)·(1024×1)", 1, 1024, 1, 1024, false, false);
    }

    static Duel Product(string work, double limit, int m, int n, int k, bool ta, bool tb)
    {
        var (a, b, c) = (Numbers(m * k), Numbers(k * n), new float[m * n]);
        var x = Matrix(a, m, k, ta);
        var y = Matrix(b, k, n, tb);
        var z = torch.zeros(m, n);
        void Ours() => MatrixProduct.Run<float>(a, b, c, m, n, k, ta, tb);
        void Theirs() => z.addmm_(x, y, 0, 1);
        Ours();
        Theirs();
        var theirs = z.data<float>().ToArray();
        for (var i = 0; i < c.Length; i++)
        {
            if (!(Math.Abs(c[i] - theirs[i]) < 1e-4 * Math.Sqrt(k)))
            {
                throw new InvalidOperationException($"{work}: element {i} is {c[i]} here and {theirs[i]} there.");
            }
        }
        return new Duel(work, limit, Ours, Theirs);
    }

    static torch.Tensor Matrix(float[] numbers, int rows, int columns, bool transposed) =>
        transposed ? torch.tensor(numbers, [columns, rows]).t() : torch.tensor(numbers, [rows, columns]);

    static float[] Numbers(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }
}
