using Thalweg.Activations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class LogSoftmaxTests : AxisActivationContract
{
    protected override string Name => "log_softmax";

    protected override Activation Along(int axis) => new LogSoftmax(axis);
}
