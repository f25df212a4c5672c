using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>While training, sets a random part of its input to 0 and scales the rest up by 1 / (1 − rate); otherwise passes it on.</summary>
/// <remarks>Srivastava et al., 2014, JMLR 15.</remarks>
/// <param name="rate">The part that is dropped, in [0, 1).</param>
/// <param name="seed">A seed of its own; otherwise the program's.</param>
[Named("dropout")]
public sealed class Dropout(double rate, long? seed = null) : Layer
{
    RandomStream? stream;

    /// <summary>The part that is dropped.</summary>
    public double Rate { get; } = Require.InUnitInterval(rate);

    /// <summary>The seed of its own; null where it draws from the program's.</summary>
    public long? Seed { get; } = seed;

    RandomStream Stream => stream ??= Seed is { } own ? new RandomStream(own) : RandomSeed.NextStream();

    /// <inheritdoc/>
    public override IEnumerable<RandomStream> RandomStreams => Rate == 0 ? [] : [Stream];

    internal override Action KeepRandom()
    {
        var (kept, position) = (stream, stream?.Position ?? 0);
        return () =>
        {
            stream = kept;
            kept?.Position = position;
        };
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, in CallContext context)
    {
        if (!context.Training || Rate == 0)
        {
            return x;
        }
        var kept = Tensor.RandomUniform(x.Shape, type: x.DType, stream: Stream) >= Rate;
        return Tensor.Where(kept, x * (1 / (1 - Rate)), 0);
    }
}
