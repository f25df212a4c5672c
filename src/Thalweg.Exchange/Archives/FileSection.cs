namespace Thalweg.Exchange.Archives;

/// <summary>A part of a seekable stream as a stream of its own: what lies before it and behind it can't be reached.</summary>
/// <param name="file">The whole; it stays open.</param>
/// <param name="start">Where the part begins.</param>
/// <param name="length">How long it is; null for one that is written, and grows.</param>
sealed class FileSection(Stream file, long start, long? length = null) : Stream
{
    long position;
    long written;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => length is null;

    public override long Length => length ?? written;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new IOException("A position before the beginning of the file was asked for.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = Length - position;
        if (left <= 0)
        {
            return 0;
        }
        file.Position = start + position;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (length is not null)
        {
            throw new NotSupportedException("This part of the file is read only.");
        }
        file.Position = start + position;
        file.Write(buffer);
        position += buffer.Length;
        written = Math.Max(written, position);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value)
    {
        if (length is not null)
        {
            throw new NotSupportedException("This part of the file is read only.");
        }
        file.SetLength(start + value);
        written = value;
    }

    public override void Flush() => file.Flush();
}
