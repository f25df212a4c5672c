using Thalweg.Layers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Layers;

public class GlobalAveragePooling2DTests : LayerContract
{
    protected override string ClassName => "GlobalAveragePooling2D";

    protected override Shape Sample => [6, 5, 2];

    protected override Layer Inner => new GlobalAveragePooling2D();

    protected override Layer From(ReferenceNode args) => new GlobalAveragePooling2D { Keepdims = args.Has("keepdims") && args["keepdims"].Flag };
}
