using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Thalweg.Exchange.Archives;

/// <summary>
/// Reads the entries of a zip archive that a stranger may have made. Nothing is unpacked to paths; lengths are checked against the file
/// before memory is taken, and a stored entry is a part of the file itself, which costs no memory at all.
/// </summary>
/// <remarks>PKWARE, APPNOTE.TXT 6.3. Of one disk, without encryption, up to 4 GB; stored or deflated.</remarks>
sealed class ZipReader
{
    const uint EndSignature = 0x06054b50, DirectorySignature = 0x02014b50, HeaderSignature = 0x04034b50;
    const int EndLength = 22, DirectoryLength = 46, HeaderLength = 30, LongestComment = 65535, MostEntries = 1000;
    const int Stored = 0, Deflated = 8, Encrypted = 1;
    const uint Zip64 = uint.MaxValue;

    /// <summary>Bytes that are read at a time: they stay in the processor's cache until their checksum has been taken.</summary>
    const int Block = 1 << 18;

    /// <summary>Deflate can't pack tighter than about 1032 to 1.</summary>
    const long GreatestRatio = 1100;

    readonly Stream file;

    ZipReader(Stream file, IReadOnlyDictionary<string, ZipEntry> entries) => (this.file, Entries) = (file, entries);

    /// <summary>The entries by their names.</summary>
    public IReadOnlyDictionary<string, ZipEntry> Entries { get; }

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">It isn't a zip archive, is damaged, or is of a kind that isn't read.</exception>
    public static ZipReader Open(Stream file)
    {
        var end = End(file);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var (length, start) = (BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        Demand(length != Zip64 && start != Zip64 && count <= MostEntries, "the archive is larger than 4 GB or has too many entries");
        Demand(start + (long)length <= file.Length, "the directory lies outside the file");
        var directory = Bytes(file, start, (int)Math.Min(length, int.MaxValue));
        var entries = new Dictionary<string, ZipEntry>(StringComparer.Ordinal);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = Entry(directory, ref at);
            Demand(entries.TryAdd(entry.Name, entry), $"'{entry.Name}' is there twice");
        }
        return new ZipReader(file, entries);
    }

    /// <summary>A small entry as bytes, checked.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged, or longer than <paramref name="most"/>.</exception>
    public byte[] Read(string name, int most)
    {
        var entry = Find(name);
        Demand(entry.Length <= most, $"'{name}' has {entry.Length} bytes, more than the {most} that are read");
        using var content = Open(name);
        var bytes = new byte[entry.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>An entry as a seekable stream, checked. One that is deflated is unpacked into memory.</summary>
    public Stream Open(string name)
    {
        var entry = Find(name);
        var header = Bytes(file, entry.Header, HeaderLength);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderSignature, $"'{name}' has no header at byte {entry.Header}");
        var start = entry.Header + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        Demand(start + entry.PackedLength <= file.Length, $"'{name}' reaches beyond the end of the file");
        Stream content = new FileSection(file, start, entry.PackedLength);
        if (entry.IsDeflated)
        {
            content = Unpack(content, entry);
        }
        Demand(Crc(content) == entry.Checksum, $"'{name}' is damaged: its checksum doesn't fit");
        content.Position = 0;
        return content;
    }

    /// <summary>CRC-32 of a stream from its beginning.</summary>
    public static uint Crc(Stream content)
    {
        content.Position = 0;
        var (crc, block) = (new Crc32(), new byte[Math.Min(content.Length, Block)]);
        for (int read; (read = content.Read(block)) > 0;)
        {
            crc.Append(block.AsSpan(0, read));
        }
        return crc.GetCurrentHashAsUInt32();
    }

    static MemoryStream Unpack(Stream packed, ZipEntry entry)
    {
        Demand(entry.Length <= entry.PackedLength * GreatestRatio && entry.Length <= Array.MaxLength, $"'{entry.Name}' says that it unpacks to {entry.Length} bytes from {entry.PackedLength}, which no content does");
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        var content = new MemoryStream();
        var block = new byte[81920];
        // Memory grows with what is really there, whatever the directory says.
        for (int read; (read = inflate.Read(block)) > 0;)
        {
            content.Write(block, 0, read);
            Demand(content.Length <= entry.Length, $"'{entry.Name}' is longer than its {entry.Length} bytes");
        }
        Demand(content.Length == entry.Length, $"'{entry.Name}' has {content.Length} bytes, not {entry.Length}");
        return content;
    }

    ZipEntry Find(string name) => Entries.TryGetValue(name, out var entry) ? entry
        : throw new InvalidDataException($"there is no '{name}' in the archive; it has {(Entries.Count == 0 ? "nothing" : string.Join(", ", Entries.Keys.Take(6)))}");

    static ZipEntry Entry(byte[] directory, ref int at)
    {
        Demand(at + DirectoryLength <= directory.Length && BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at)) == DirectorySignature, "the directory is damaged");
        var fields = directory.AsSpan(at);
        var (flags, method) = (BinaryPrimitives.ReadUInt16LittleEndian(fields[8..]), BinaryPrimitives.ReadUInt16LittleEndian(fields[10..]));
        var (packed, length, header) = (BinaryPrimitives.ReadUInt32LittleEndian(fields[20..]), BinaryPrimitives.ReadUInt32LittleEndian(fields[24..]), BinaryPrimitives.ReadUInt32LittleEndian(fields[42..]));
        var (nameLength, extra, comment) = (BinaryPrimitives.ReadUInt16LittleEndian(fields[28..]), BinaryPrimitives.ReadUInt16LittleEndian(fields[30..]), BinaryPrimitives.ReadUInt16LittleEndian(fields[32..]));
        Demand(DirectoryLength + nameLength <= fields.Length, "the directory is damaged");
        var name = Encoding.UTF8.GetString(fields.Slice(DirectoryLength, nameLength));
        Demand(!name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.Split('/').Contains(".."), $"the entry '{name}' points outside the archive");
        Demand((flags & Encrypted) == 0, $"'{name}' is encrypted");
        Demand(method is Stored or Deflated, $"'{name}' is packed by method {method}; only stored and deflated entries are read");
        Demand(packed != Zip64 && length != Zip64 && header != Zip64, "the archive is larger than 4 GB");
        Demand(method == Deflated || packed == length, $"'{name}' is stored, but says two lengths");
        at += DirectoryLength + nameLength + extra + comment;
        return new ZipEntry(name, method == Deflated, BinaryPrimitives.ReadUInt32LittleEndian(fields[16..]), packed, length, header);
    }

    /// <summary>The record at the end, behind which a comment may stand.</summary>
    static ReadOnlySpan<byte> End(Stream file)
    {
        Demand(file.Length >= EndLength, "it is too short for a zip archive");
        var tail = (int)Math.Min(file.Length, EndLength + LongestComment);
        var bytes = Bytes(file, file.Length - tail, tail);
        for (var at = tail - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == EndSignature)
            {
                return bytes.AsSpan(at);
            }
        }
        throw new InvalidDataException("it isn't a zip archive");
    }

    static byte[] Bytes(Stream file, long start, int length)
    {
        Demand(start >= 0 && start + length <= file.Length, $"bytes {start} to {start + length} are beyond its end");
        var bytes = new byte[length];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }

    static void Demand(bool condition, string fault)
    {
        if (!condition)
        {
            throw new InvalidDataException(fault);
        }
    }
}
