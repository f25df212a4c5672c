using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Thalweg.Data.Csv;

/// <summary>The bytes of a CSV text, which several threads read at once, and more than one time.</summary>
abstract class CsvSource : IDisposable
{
    /// <summary>The file's path, for messages; none for bytes in memory.</summary>
    public string? Path { get; private init; }

    public abstract long Length { get; }

    public static CsvSource File(string path) => new FileSource(path) { Path = path };

    public static CsvSource Memory(ReadOnlyMemory<byte> bytes, string? path = null) => new MemorySource(bytes) { Path = path };

    /// <summary>Fills as much of the buffer as there is from an offset; 0 at the end.</summary>
    public abstract int Read(Span<byte> buffer, long offset);

    /// <summary>The bytes from one offset up to another.</summary>
    public Stream Slice(long start, long end) => new SourceSlice(this, start, end);

    /// <summary>The number of bytes of a UTF-8 byte order mark at the start: 3 or 0.</summary>
    public int MarkLength()
    {
        Span<byte> start = stackalloc byte[3];
        return start[..Read(start, 0)].SequenceEqual(Encoding.UTF8.Preamble) ? 3 : 0;
    }

    /// <summary>The same text in UTF-8: itself, unless its byte order mark or the encoding given says otherwise.</summary>
    public CsvSource ToUtf8(Encoding? encoding)
    {
        Span<byte> start = stackalloc byte[4];
        var known = start[..Read(start, 0)];
        var isWide = known.StartsWith(Encoding.Unicode.Preamble) || known.StartsWith(Encoding.BigEndianUnicode.Preamble)
            || known.StartsWith(Encoding.UTF32.Preamble);
        if (!isWide && (encoding is null or UTF8Encoding or ASCIIEncoding || MarkLength() > 0))
        {
            return this;
        }

        using var reader = new StreamReader(Slice(0, Length), encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return Memory(Encoding.UTF8.GetBytes(reader.ReadToEnd()), Path);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    sealed class FileSource(string path) : CsvSource
    {
        readonly SafeFileHandle handle = System.IO.File.OpenHandle(path, options: FileOptions.SequentialScan);

        public override long Length => RandomAccess.GetLength(handle);

        public override int Read(Span<byte> buffer, long offset) => RandomAccess.Read(handle, buffer, offset);

        protected override void Dispose(bool disposing)
        {
            handle.Dispose();
            base.Dispose(disposing);
        }
    }

    sealed class MemorySource(ReadOnlyMemory<byte> bytes) : CsvSource
    {
        public override long Length => bytes.Length;

        public override int Read(Span<byte> buffer, long offset)
        {
            var rest = bytes.Span[(int)Math.Min(offset, bytes.Length)..];
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            return count;
        }
    }

    sealed class SourceSlice(CsvSource source, long start, long end) : Stream
    {
        long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => end - start;

        public override long Position
        {
            get => position;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = source.Read(buffer[..(int)Math.Min(buffer.Length, Length - position)], start + position);
            position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
