using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Thalweg.Exchange.Archives;

/// <summary>
/// Reads the entries of a zip archive that a stranger may have made. Nothing is unpacked to paths; lengths are checked against the file
/// before memory is taken, and a stored entry is a part of the file itself, which costs no memory at all.
/// </summary>
/// <remarks>PKWARE, APPNOTE.TXT 6.3. Of one disk, without encryption, also above 4 GB (ZIP64, 4.5.3); stored or deflated.</remarks>
sealed class ZipReader
{
    const uint EndSignature = 0x06054b50, DirectorySignature = 0x02014b50, HeaderSignature = 0x04034b50;
    const int EndLength = 22, DirectoryLength = 46, HeaderLength = 30, LongestComment = 65535, MostEntries = 1000;
    const int Stored = 0, Deflated = 8, Encrypted = 1;
    const uint Zip64 = uint.MaxValue, LocatorSignature = 0x07064b50, LongEndSignature = 0x06064b50;
    const int LocatorLength = 20, LongEndLength = 56, LongField = 1, LongestDirectory = 64 << 20;

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
        var (count, length, start) = Directory(file);
        Demand(count is >= 0 and <= MostEntries, $"the archive has {count} entries, more than the {MostEntries} that are read");
        Demand(length is >= 0 and <= LongestDirectory && start >= 0 && start <= file.Length - length, "the directory lies outside the file");
        var directory = Bytes(file, start, (int)length);
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
        Demand(entry.PackedLength <= file.Length - start, $"'{name}' reaches beyond the end of the file");
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
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(fields[20..]), length = BinaryPrimitives.ReadUInt32LittleEndian(fields[24..]), header = BinaryPrimitives.ReadUInt32LittleEndian(fields[42..]);
        var (nameLength, extra, comment) = (BinaryPrimitives.ReadUInt16LittleEndian(fields[28..]), BinaryPrimitives.ReadUInt16LittleEndian(fields[30..]), BinaryPrimitives.ReadUInt16LittleEndian(fields[32..]));
        Demand(DirectoryLength + nameLength + extra <= fields.Length, "the directory is damaged");
        var name = Encoding.UTF8.GetString(fields.Slice(DirectoryLength, nameLength));
        Demand(!name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.Split('/').Contains(".."), $"the entry '{name}' points outside the archive");
        Demand((flags & Encrypted) == 0, $"'{name}' is encrypted");
        Demand(method is Stored or Deflated, $"'{name}' is packed by method {method}; only stored and deflated entries are read");
        Widen(fields.Slice(DirectoryLength + nameLength, extra), name, ref length, ref packed, ref header);
        Demand(method == Deflated || packed == length, $"'{name}' is stored, but says two lengths");
        at += DirectoryLength + nameLength + extra + comment;
        return new ZipEntry(name, method == Deflated, BinaryPrimitives.ReadUInt32LittleEndian(fields[16..]), packed, length, header);
    }

    /// <summary>How many entries the directory has, how long it is, and where it begins.</summary>
    static (long Count, long Length, long Start) Directory(Stream file)
    {
        var end = End(file, out var place);
        long count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (count != ushort.MaxValue && length != Zip64 && start != Zip64)
        {
            return (count, length, start);
        }
        Demand(place >= LocatorLength, "the directory is damaged");
        var locator = Bytes(file, place - LocatorLength, LocatorLength);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(locator) == LocatorSignature, "it says that it is larger than 4 GB, but has no directory of such archives");
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        Demand(at >= 0 && at <= file.Length - LongEndLength, "the directory lies outside the file");
        var record = Bytes(file, at, LongEndLength);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(record) == LongEndSignature, "the directory is damaged");
        return (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(32)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)));
    }

    /// <summary>Numbers that are all ones in 32 bits stand in an extra field in 64, in this order.</summary>
    static void Widen(ReadOnlySpan<byte> extra, string name, ref long length, ref long packed, ref long header)
    {
        if (length != Zip64 && packed != Zip64 && header != Zip64)
        {
            return;
        }
        while (extra.Length >= 4)
        {
            int size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            Demand(4 + size <= extra.Length, "the directory is damaged");
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == LongField)
            {
                var numbers = extra.Slice(4, size);
                Next(ref length, ref numbers);
                Next(ref packed, ref numbers);
                Next(ref header, ref numbers);
                return;
            }
            extra = extra[(4 + size)..];
        }
        Demand(false, $"'{name}' has no lengths");

        void Next(ref long number, ref ReadOnlySpan<byte> numbers)
        {
            if (number == Zip64)
            {
                Demand(numbers.Length >= sizeof(long), $"'{name}' has no lengths");
                number = BinaryPrimitives.ReadInt64LittleEndian(numbers);
                numbers = numbers[sizeof(long)..];
                Demand(number >= 0, $"'{name}' has a length below 0");
            }
        }
    }

    /// <summary>The record at the end, behind which a comment may stand.</summary>
    static ReadOnlySpan<byte> End(Stream file, out long place)
    {
        Demand(file.Length > 0, "it is empty; save it again");
        var isArchive = file.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32LittleEndian(Bytes(file, 0, sizeof(uint))) == HeaderSignature;
        var tail = (int)Math.Min(file.Length, EndLength + LongestComment);
        var bytes = Bytes(file, file.Length - tail, tail);
        for (var at = tail - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == EndSignature)
            {
                place = file.Length - tail + at;
                return bytes.AsSpan(at);
            }
        }
        throw new InvalidDataException(isArchive
            ? "it breaks off: the directory at its end is missing. Copy it again, or save it again"
            : "it isn't a zip archive, as .keras files are. Give one that 'thalweg train --save', model.Save or Keras wrote");
    }

    static byte[] Bytes(Stream file, long start, int length)
    {
        Demand(start >= 0 && start <= file.Length - length, $"bytes {start} to {start + length} are beyond its end");
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
