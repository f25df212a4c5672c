using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Constraints;

public class UnitNormTests : ConstraintContract
{
    protected override string ClassName => "UnitNorm";
}
