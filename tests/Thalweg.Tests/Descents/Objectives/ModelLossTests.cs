using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Models;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Objectives;

public class ModelLossTests : ObjectiveContract
{
    static (Sequential Model, Tensor X, Tensor Y) Problem(DType type = DType.Float64)
    {
        var (x, y) = IrisData.Load(type);
        return (IrisData.Network("sgd", type, "tanh", 3), x[45..105], y[45..105]);
    }

    protected override Objective Objective { get; } = New();

    static ModelLoss New()
    {
        var (model, x, y) = Problem();
        return new ModelLoss(model, x, y);
    }

    [Fact]
    public void A_descent_takes_the_path_of_the_models_training()
    {
        var (model, x, y) = Problem();
        var objective = new ModelLoss(model, x, y);
        var path = Descent.Run(objective, optimizer: new Sgd(0.1), steps: 5);
        model.Compile(new Sgd(0.1), "categorical_crossentropy");
        model.Fit(x, y, epochs: 5, batchSize: 60, shuffle: false, verbose: Thalweg.Callbacks.Verbosity.Silent);
        Near.Equal(Vectors.Flat(model.GetWeights()), path.Last.Point, 1e-12);
        Near.Equal(model.Evaluate(x, y, 60)["loss"], path.Last.Cost, 1e-6);
    }

    [Fact]
    public void Curvature_is_that_of_the_model()
    {
        var (model, x, y) = Problem();
        Near.Equal(Curvature.Of(model, x, y).Sharpness(1e-10), Curvature.Of(new ModelLoss(model, x, y)).Sharpness(1e-10), 1e-9);
    }

    [Fact]
    public void Minimisers_train_it_and_the_model_keeps_its_weights_until_they_are_put()
    {
        var (model, x, y) = Problem(DType.Float32);
        var objective = new ModelLoss(model, x, y);
        var before = Vectors.Flat(model.GetWeights());
        var best = Minimize.LBfgs(objective.Cost, objective.Start, tolerance: 1e-4, iterations: 60);
        Assert.True(best.Cost < 0.2 * objective.Cost(objective.Start).Item());
        Assert.Equal(before, Vectors.Flat(model.GetWeights()));
        objective.Put(best.X);
        Near.Equal(best.Cost, model.Evaluate(x, y, 60)["loss"], 1e-5);
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        Assert.Throws<InvalidOperationException>(() => new ModelLoss(new Sequential(), Tensor.Zeros([1]), Tensor.Zeros([1])));
        Assert.Contains("trained weights", Assert.Throws<ArgumentException>(() => Objective.Cost(Tensor.Of(1.0))).Message, StringComparison.Ordinal);
    }
}
