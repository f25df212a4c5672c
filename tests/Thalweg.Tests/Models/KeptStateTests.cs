using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class KeptStateTests
{
    [Fact]
    public void Disposing_puts_everything_back()
    {
        RandomSeed.Set(5);
        RandomSeed.NextStream();
        var model = Small.Model();
        Small.Train([], model: model);
        var (weight, steps) = (model.Weights[0].Value.Item(), model.Optimizer!.Iterations);
        var trial = model.Compiled("a test").Like();
        trial.Prepare();
        using (new KeptState(model, trial, new Samples(Small.X, Small.Y), 2))
        {
            Small.Train([], model: model);
            model.Optimizer.LearningRate = 7;
            RandomSeed.Set(6);
        }
        Assert.Equal((weight, steps, 0.1), (model.Weights[0].Value.Item(), model.Optimizer.Iterations, model.Optimizer.LearningRate.At(0)));
        Assert.Equal((5, 1), (RandomSeed.Current, RandomSeed.NextStream().Stream));
    }
}
