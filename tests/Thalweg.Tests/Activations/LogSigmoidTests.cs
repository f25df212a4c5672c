using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class LogSigmoidTests : ActivationContract
{
    protected override string Name => "log_sigmoid";

    protected override double Plain(double x) => x < -30 ? x : -Math.Log(1 + Math.Exp(-x));
}
