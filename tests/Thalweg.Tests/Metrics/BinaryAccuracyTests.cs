using Thalweg.Metrics;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Metrics;

public class BinaryAccuracyTests : MetricContract
{
    protected override string ClassName => "BinaryAccuracy";

    protected override Metric From(ReferenceNode args) => new BinaryAccuracy(args.Number("threshold", 0.5));
}
