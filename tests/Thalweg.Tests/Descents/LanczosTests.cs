using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class LanczosTests
{
    static double[] Diagonal(double[] values, double[] v) => [.. v.Select((x, i) => values[i] * x)];

    [Fact]
    public void Both_ends_of_a_spectrum()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => Math.Pow(i / 40.0, 2) - 3)];
        var ends = Lanczos.Ends(v => Diagonal(values, v), values.Length, 2, 1, 1e-10, 400, new RandomStream(1));
        Assert.True(ends.Converged);
        Near.Equal([-3, values[398], values[399]], ends.Values, 1e-10);
        Assert.Equal(1, Math.Abs(ends.Vectors[2][399]), 1e-8);
        Assert.All(ends.Residuals, residual => Assert.InRange(residual, 0, 1e-7));
    }

    [Fact]
    public void Eigenvalues_that_occur_several_times_are_all_found()
    {
        // One Krylov space shows each eigenvalue once; the others come from a new random vector outside it.
        double[] values = [5, 5, 5, 1, 1, -2];
        var ends = Lanczos.Ends(v => Diagonal(values, v), 6, 4, 2, 1e-10, 100, new RandomStream(2));
        Near.Equal([-2, 1, 1, 5, 5, 5], ends.Values, 1e-12);
        Assert.Equal(6, ends.Products);
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Vectors.Dot(ends.Vectors[i], ends.Vectors[j]), 1e-10);
            }
        }
    }

    [Fact]
    public void The_basis_stays_orthogonal_long_after_convergence()
    {
        // Without reorthogonalisation the eigenvalue 1e6 comes again and again.
        double[] values = [.. Enumerable.Range(0, 300).Select(i => i == 0 ? 1e6 : (double)i / 300)];
        var lanczos = new Lanczos(v => Diagonal(values, v), 300, new RandomStream(3));
        for (var i = 0; i < 80; i++)
        {
            lanczos.Step();
        }
        Assert.Single(lanczos.Ritz().Values, value => value > 10);
    }

    [Fact]
    public void Too_few_products_are_admitted()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => (double)i)];
        var ends = Lanczos.Ends(v => Diagonal(values, v), 400, 1, 0, 1e-12, 5, new RandomStream(1));
        Assert.False(ends.Converged);
        Assert.Equal(5, ends.Products);
        Assert.InRange(399 - ends.Values[0], 0, ends.Residuals[0]);
    }

    [Fact]
    public void Nothing_but_zeros()
    {
        var ends = Lanczos.Ends(v => new double[v.Length], 3, 1, 1, 1e-6, 10, new RandomStream(1));
        Near.Equal([0, 0], ends.Values, 0);
    }
}
