using Thalweg.Regularizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Regularizers;

public class L2Tests : RegularizerContract
{
    protected override string ClassName => "L2";

    protected override Regularizer From(ReferenceNode args) => new L2(args.Number("l2", 0.01));
}
