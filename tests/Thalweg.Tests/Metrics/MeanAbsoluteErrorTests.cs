using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class MeanAbsoluteErrorTests : MetricContract
{
    protected override string ClassName => "MeanAbsoluteError";

    protected override Metric From(ReferenceNode args) => new MeanAbsoluteError();
}
