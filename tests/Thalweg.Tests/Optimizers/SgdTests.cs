using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Optimizers;

public class SgdTests : OptimizerContract
{
    protected override string ClassName => "SGD";

    protected override Optimizer Brisk => new Sgd(0.001, momentum: 0.9);

    protected override Optimizer? From(ReferenceNode args)
    {
        string[] known = ["learning_rate", "momentum", "nesterov"];
        return args.Names.Except(known).Any() || args.Has("learning_rate") && !args["learning_rate"].IsNumber
            ? null
            : new Sgd(args.Number("learning_rate", 0.01), args.Number("momentum", 0), args.Has("nesterov") && args["nesterov"].Flag);
    }
}
