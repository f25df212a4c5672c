namespace Thalweg.Exchange.SafeTensorsFormat;

/// <summary>Puts the next bytes of a file where they belong.</summary>
delegate void ReadOnlySpanReader(Span<byte> destination);
