using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Constraints;

public class NonNegTests : ConstraintContract
{
    protected override string ClassName => "NonNeg";
}
