using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Constraints;

public class MaxNormTests : ConstraintContract
{
    protected override string ClassName => "MaxNorm";
}
