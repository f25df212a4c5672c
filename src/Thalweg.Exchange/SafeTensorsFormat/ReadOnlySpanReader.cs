namespace Thalweg.Exchange.SafeTensorsFormat;

/// <summary>Puts bytes of a tensor, from an offset on, where they belong.</summary>
delegate void ReadOnlySpanReader(long offset, Span<byte> destination);
