using Thalweg.Regularizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Regularizers;

public class L1L2Tests : RegularizerContract
{
    protected override string ClassName => "L1L2";

    protected override Regularizer From(ReferenceNode args) => new L1L2(args.Number("l1", 0), args.Number("l2", 0));
}
