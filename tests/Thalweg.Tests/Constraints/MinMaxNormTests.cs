using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Constraints;

public class MinMaxNormTests : ConstraintContract
{
    protected override string ClassName => "MinMaxNorm";
}
