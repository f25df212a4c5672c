using Thalweg.Activations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SoftmaxTests : AxisActivationContract
{
    protected override string Name => "softmax";

    protected override Activation Along(int axis) => new Softmax(axis);
}
