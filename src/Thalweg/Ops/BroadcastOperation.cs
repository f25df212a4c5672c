namespace Thalweg;

/// <summary>A tensor repeated along axes. A plan lets elementwise operations read the tensor itself in place of the copy.</summary>
sealed record BroadcastOperation(GatherStrided Copy) : Operation
{
    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output) => Copy.Run(inputs, output);
}
