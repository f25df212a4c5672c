using Thalweg.Regularizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Regularizers;

public class OrthogonalRegularizerTests : RegularizerContract
{
    protected override string ClassName => "OrthogonalRegularizer";

    protected override Regularizer From(ReferenceNode args) => Regularizer.FromName(SettingsText.Of(ClassName, args));

    [Fact]
    public void Orthogonal_rows_cost_nothing_and_a_vector_is_refused()
    {
        Assert.Equal(0, new OrthogonalRegularizer().Penalty(Tensor.From(new double[,] { { 3, 4 }, { -4, 3 } })).Item(), 1e-15);
        Assert.Contains("(3,)", Assert.Throws<ArgumentException>(() => new OrthogonalRegularizer().Penalty(Tensor.Of(1.0, 2, 3))).Message, StringComparison.Ordinal);
    }
}
