using Thalweg.Activations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class GluTests : AxisActivationContract
{
    protected override string Name => "glu";

    protected override Activation Along(int axis) => new Glu(axis);
}
