namespace Thalweg.Tests.Descents;

/// <summary>Test problems with their standard starting points and minima: Moré, Garbow and Hillstrom, 1981, ACM TOMS 7, by their numbers there.</summary>
static class MoreGarbowHillstrom
{
    public sealed record Problem(string Name, Func<Tensor, Tensor> Cost, Tensor Start, double[] Minima);

    public static IReadOnlyList<Problem> All { get; } =
    [
        new("1 Rosenbrock", x => Squares((x[1] - x[0].Square()) * 10, 1 - x[0]), Tensor.Of(-1.2, 1.0), [0]),
        new("2 Freudenstein and Roth", x => Squares(x[0] - 13 + ((5 - x[1]) * x[1] - 2) * x[1], x[0] - 29 + ((x[1] + 1) * x[1] - 14) * x[1]), Tensor.Of(0.5, -2.0), [0, 48.98425367924]),
        new("3 Powell badly scaled", x => Squares(x[0] * x[1] * 1e4 - 1, (-x[0]).Exp() + (-x[1]).Exp() - 1.0001), Tensor.Of(0.0, 1.0), [0]),
        new("4 Brown badly scaled", x => Squares(x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2), Tensor.Of(1.0, 1.0), [0]),
        new("5 Beale", x => Squares(1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - x[1].Pow(2)), 2.625 - x[0] * (1 - x[1].Pow(3))), Tensor.Of(1.0, 1.0), [0]),
        new("6 Jennrich and Sampson", x => (2 + I(10) * 2 - ((I(10) * x[0]).Exp() + (I(10) * x[1]).Exp())).Square().Sum(), Tensor.Of(0.3, 0.4), [124.362182355615]),
        new("8 Bard", x => (BardY - (x[0] + I(15) / ((16 - I(15)) * x[1] + I(15).Min(16 - I(15)) * x[2]))).Square().Sum(), Tensor.Of(1.0, 1.0, 1.0), [8.214877306578e-3]),
        new("9 Gaussian", x => (x[0] * ((((8 - I(15)) / 2) - x[2]).Square() * x[1] * -0.5).Exp() - GaussY).Square().Sum(), Tensor.Of(0.4, 1.0, 0.0), [1.12793276961871e-8]),
        new("12 Box", x => ((I(10) * x[0] * -0.1).Exp() - (I(10) * x[1] * -0.1).Exp() - x[2] * ((I(10) * -0.1).Exp() - (-I(10)).Exp())).Square().Sum(), Tensor.Of(0.0, 10.0, 20.0), [0]),
        new("13 Powell singular", x => Squares(x[0] + x[1] * 10, (x[2] - x[3]) * Math.Sqrt(5), (x[1] - x[2] * 2).Square(), (x[0] - x[3]).Square() * Math.Sqrt(10)), Tensor.Of(3.0, -1, 0, 1), [0]),
        new("14 Wood", x => Squares(
            (x[1] - x[0].Square()) * 10, 1 - x[0], (x[3] - x[2].Square()) * Math.Sqrt(90), 1 - x[2], (x[1] + x[3] - 2) * Math.Sqrt(10), (x[1] - x[3]) / Math.Sqrt(10)), Tensor.Of(-3.0, -1, -3, -1), [0]),
        new("15 Kowalik and Osborne", x => (KowalikY - x[0] * (KowalikU.Square() + KowalikU * x[1]) / (KowalikU.Square() + KowalikU * x[2] + x[3])).Square().Sum(), Tensor.Of(0.25, 0.39, 0.415, 0.39), [3.075056038492e-4]),
        new("16 Brown and Dennis", x => ((x[0] + x[1] * (I(20) / 5) - (I(20) / 5).Exp()).Square() + (x[2] + x[3] * (I(20) / 5).Sin() - (I(20) / 5).Cos()).Square()).Square().Sum(), Tensor.Of(25.0, 5, -5, -1), [85822.2016263563]),
        new("18 Biggs", x => (
            x[2] * (I(13) * x[0] * -0.1).Exp() - x[3] * (I(13) * x[1] * -0.1).Exp() + x[5] * (I(13) * x[4] * -0.1).Exp()
            - ((I(13) * -0.1).Exp() - (-I(13)).Exp() * 5 + (I(13) * -0.4).Exp() * 3)).Square().Sum(), Tensor.Of(1.0, 2, 1, 1, 1, 1), [0, 5.65564994e-3]),
        new("21 extended Rosenbrock", x => (((x.Reshape([5, 2])[.., 1] - x.Reshape([5, 2])[.., 0].Square()) * 10).Square() + (1 - x.Reshape([5, 2])[.., 0]).Square()).Sum(), Tensor.From(Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? -1.2 : 1).ToArray()), [0]),
        new("25 variably dimensioned", x =>
        {
            var sum = (I(10) * (x - 1)).Sum();
            return (x - 1).Square().Sum() + sum.Square() + sum.Square().Square();
        }, 1 - I(10) / 10, [0]),
        new("26 trigonometric", x => (10 - x.Cos().Sum() + I(10) * (1 - x.Cos()) - x.Sin()).Square().Sum(), Tensor.Full([10], 0.1, DType.Float64), [0, 2.79506e-5]),
        new("30 Broyden tridiagonal", x => ((3 - x * 2) * x - Tensor.Concat([Zero, x[..^1]]) - Tensor.Concat([x[1..], Zero]) * 2 + 1).Square().Sum(), Tensor.Full([10], -1, DType.Float64), [0]),
    ];

    static Tensor Zero => Tensor.Zeros([1], DType.Float64);

    static Tensor BardY => Tensor.Of(0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39);

    static Tensor GaussY => Tensor.Of(0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009);

    static Tensor KowalikY => Tensor.Of(0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246);

    static Tensor KowalikU => Tensor.Of(4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625);

    /// <summary>1, 2, …, n.</summary>
    static Tensor I(int n) => Tensor.Arange(n, DType.Float64) + 1;

    static Tensor Squares(params Tensor[] terms) => terms.Select(term => term.Square().Sum()).Aggregate((a, b) => a + b);
}
