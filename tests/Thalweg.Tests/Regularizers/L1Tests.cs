using Thalweg.Regularizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Regularizers;

public class L1Tests : RegularizerContract
{
    protected override string ClassName => "L1";

    protected override Regularizer From(ReferenceNode args) => new L1(args.Number("l1", 0.01));
}
