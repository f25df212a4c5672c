using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class AdamTests : OptimizerContract
{
    protected override string ClassName => "Adam";

    protected override Optimizer Brisk => new Adam(0.05);

    protected override Optimizer? From(ReferenceNode args)
    {
        string[] known = ["learning_rate", "beta_1", "beta_2", "epsilon"];
        return args.Names.Except(known).Any() || args.Has("learning_rate") && !args["learning_rate"].IsNumber
            ? null
            : new Adam(args.Number("learning_rate", 0.001)) { Beta1 = args.Number("beta_1", 0.9), Beta2 = args.Number("beta_2", 0.999), Epsilon = args.Number("epsilon", 1e-7) };
    }
}
