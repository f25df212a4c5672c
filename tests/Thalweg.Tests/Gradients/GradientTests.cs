using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Gradients;

public class GradientTests
{
    static Tensor Rosenbrock(Tensor x) => ((x[1] - x[0].Square()).Square() * 100 + (1 - x[0]).Square()).Sum();

    [Fact]
    public void Value_gradient_and_Hessian_of_Rosenbrock_are_the_known_ones()
    {
        var x = Tensor.Of(-1.2, 1.0);
        var (value, gradient) = Gradient.ValueAndGradient(Rosenbrock)(x);
        Near.Equal(24.2, value.Item(), 1e-14);
        Near.Equal([-215.6, -88], gradient, 1e-13);
        Near.Equal([1330, 480, 480, 200], Gradient.Hessian(Rosenbrock)(x), 1e-13);
        Near.Equal([1330 * 2 - 480, 480 * 2 - 200], Gradient.HessianVectorProduct(Rosenbrock, x, Tensor.Of(2.0, -1)), 1e-13);
    }

    [Fact]
    public void Derivatives_of_any_order()
    {
        Func<Tensor, Tensor> f = x => x.Pow(5);
        double[] expected = [80, 160, 240, 240, 120, 0];
        foreach (var derivative in expected)
        {
            f = Gradient.Of(f);
            Near.Equal(derivative, f(Tensor.Scalar(2, DType.Float64)).Item(), 1e-13);
        }
    }

    [Fact]
    public void Several_inputs()
    {
        var (a, b) = Gradient.Of((a, b) => a * a * b)(Tensor.Of(2.0), Tensor.Of(3.0));
        Assert.Equal((12, 4), (a.Item(), b.Item()));
        var (p, q, r) = Gradient.Of((p, q, r) => p * q + r)(Tensor.Of(2.0), Tensor.Of(3.0), Tensor.Of(5.0));
        Assert.Equal((3, 2, 1), (p.Item(), q.Item(), r.Item()));
    }

    [Fact]
    public void An_input_used_twice_collects_both_ways() => Assert.Equal(7, Gradient.Of(x => x * x + x)(Tensor.Of(3.0)).Item());

    [Fact]
    public void An_input_that_is_not_used_has_gradient_zero() => Near.Equal([0, 0], Gradient.Of(_ => Tensor.Scalar(1, DType.Float64))(Tensor.Of(1.0, 2)), 0);

    [Fact]
    public void The_input_itself_has_gradient_one() => Near.Equal([1, 1], Gradient.Of(x => x)(Tensor.Of(1.0, 2)), 0);

    [Fact]
    public void Variables()
    {
        var (w, b) = (new Variable(Tensor.Of(2.0, 3.0)), new Variable(Tensor.Scalar(1, DType.Float64)));
        var (value, gradients) = Gradient.Of(() => (w.Value.Square() + b).Sum(), [w, b]);
        Assert.Equal(15, value.Item());
        Near.Equal([4, 6], gradients[0], 0);
        Assert.Equal(2, gradients[1].Item());
    }

    [Fact]
    public void A_gradient_of_variables_can_be_differentiated_again()
    {
        var w = new Variable(Tensor.Of(2.0));
        var (_, second) = Gradient.Of(() => Gradient.Of(() => w.Value.Pow(3), [w]).Gradients[0].Square(), [w]);
        Near.Equal(2 * 12 * 12, second[0].Item(), 1e-13);       // d(3w²)²/dw = 36 w³
    }

    [Fact]
    public void Jacobian_and_vector_product_agree()
    {
        var a = (Tensor.Arange(6, DType.Float64) + 1).Reshape([2, 3]);
        var x = Tensor.Of(0.1, 0.2, 0.3);
        Tensor F(Tensor t) => a.MatMul(t).Sin();
        var jacobian = Gradient.Jacobian(F)(x);
        Assert.Equal([2, 3], jacobian.Shape);
        Near.Equal((a * a.MatMul(x).Cos().ExpandDims(1)).ToArray<double>(), jacobian, 1e-14);
        var (value, product) = Gradient.VectorJacobianProduct(F, x, Tensor.Of(2.0, -1));
        Near.Equal(F(x), value);
        Near.Equal(Tensor.Of(2.0, -1).MatMul(jacobian).ToArray<double>(), product, 1e-13);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_operations()
    {
        var gradient = Gradient.Of(x =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                x += 1;
            }
            return x;
        })(Tensor.Of(0.0));
        Assert.Equal(1, gradient.Item());
    }

    [Fact]
    public void Whole_numbers_have_no_gradient()
    {
        Assert.Contains("Int32", Assert.Throws<ArgumentException>(() => Gradient.Of(x => x)(Tensor.Of(1, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Gradient.Of(x => x > 0)(Tensor.Of(1.0)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Throws<ArgumentException>(() => Gradient.HessianVectorProduct(Rosenbrock, Tensor.Of(1.0, 2), Tensor.Of(1.0)));
        Assert.Throws<ArgumentException>(() => Gradient.VectorJacobianProduct(Rosenbrock, Tensor.Of(1.0, 2), Tensor.Of(1.0, 2)));
    }

    [Fact]
    public void Two_threads_take_gradients_of_one_variable_without_disturbing_each_other()
    {
        var w = new Variable(Tensor.Of(2.0));
        Parallel.For(0, 200, i =>
        {
            var (_, gradients) = Gradient.Of(() => w.Value.Square() * i, [w]);
            Assert.Equal(4.0 * i, gradients[0].Item());
        });
    }
}
