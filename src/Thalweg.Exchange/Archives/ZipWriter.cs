using System.Buffers.Binary;
using System.Text;

namespace Thalweg.Exchange.Archives;

/// <summary>Writes a zip archive whose entries are stored as they are, straight into the file, so that large ones need no second copy.</summary>
/// <remarks>PKWARE, APPNOTE.TXT 6.3; lengths and places from 4 GB on as its section 4.5.3 says (ZIP64).</remarks>
/// <param name="file">Readable, writable and seekable, and empty.</param>
/// <param name="limit">From which number on lengths and places are written in 64 bits.</param>
sealed class ZipWriter(Stream file, long limit = uint.MaxValue)
{
    /// <summary>1 January 1980, the first day of zip archives: the same content gives the same bytes.</summary>
    const ushort Date = 1 << 5 | 1;

    const ushort Version = 20, LongVersion = 45, Utf8 = 0x0800;

    /// <summary>Extra fields: lengths in 64 bits, or as many bytes that say nothing, because nobody knows yet how long the content becomes.</summary>
    const ushort Long = 0x0001, Padding = 0xD935, ReservedLength = 16;

    readonly List<ZipEntry> entries = [];

    /// <summary>Appends an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Add(name, stream => stream.Write(bytes));
    }

    /// <summary>Appends an entry whose content is written into a seekable stream.</summary>
    public void Add(string name, Action<Stream> write)
    {
        var header = file.Length;
        file.Position = header;
        file.Write(Header(new ZipEntry(name, false, 0, 0, 0, header)));
        using var content = new FileSection(file, file.Position);
        write(content);
        var entry = new ZipEntry(name, false, ZipReader.Crc(content), content.Length, content.Length, header);
        entries.Add(entry);
        file.Position = header;
        file.Write(Header(entry));
    }

    /// <summary>Writes the directory, which ends the archive.</summary>
    public void Finish()
    {
        var start = file.Position = file.Length;
        foreach (var entry in entries)
        {
            var name = Encoding.UTF8.GetBytes(entry.Name);
            long[] extra = [.. ((long[])[entry.Length, entry.PackedLength, entry.Header]).Where(number => number >= limit)];
            var line = new byte[46 + name.Length + (extra.Length > 0 ? 4 + 8 * extra.Length : 0)];
            BinaryPrimitives.WriteUInt32LittleEndian(line, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(line.AsSpan(4), extra.Length > 0 ? LongVersion : Version);
            Common(entry, name, line.Length - 46 - name.Length).CopyTo(line.AsSpan(6));
            BinaryPrimitives.WriteUInt32LittleEndian(line.AsSpan(42), Short(entry.Header));
            name.CopyTo(line.AsSpan(46));
            Extra(line.AsSpan(46 + name.Length), Long, extra);
            file.Write(line);
        }
        End(start, file.Position - start);
    }

    void End(long start, long length)
    {
        if (start >= limit || length >= limit)
        {
            var record = new byte[56 + 20];
            var locator = record.AsSpan(56);
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x06064b50);
            BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(4), 56 - 12);
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(12), LongVersion);
            BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(14), LongVersion);
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(24), entries.Count);
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(32), entries.Count);
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(40), length);
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(48), start);
            BinaryPrimitives.WriteUInt32LittleEndian(locator, 0x07064b50);
            BinaryPrimitives.WriteInt64LittleEndian(locator[8..], file.Position);
            BinaryPrimitives.WriteUInt32LittleEndian(locator[16..], 1);
            file.Write(record);
        }
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), Short(length));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), Short(start));
        file.Write(end);
    }

    /// <summary>A number in 32 bits, all ones where it is elsewhere in 64.</summary>
    uint Short(long number) => number >= limit ? uint.MaxValue : (uint)number;

    byte[] Header(ZipEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var header = new byte[30 + name.Length + 4 + ReservedLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Common(entry, name, 4 + ReservedLength).CopyTo(header.AsSpan(4));
        name.CopyTo(header.AsSpan(30));
        // The format wants both lengths there as soon as one is long; they are the same.
        Extra(header.AsSpan(30 + name.Length), entry.Length >= limit ? Long : Padding, entry.Length >= limit ? [entry.Length, entry.PackedLength] : [0, 0]);
        return header;
    }

    static void Extra(Span<byte> at, ushort kind, long[] numbers)
    {
        if (numbers.Length == 0)
        {
            return;
        }
        BinaryPrimitives.WriteUInt16LittleEndian(at, kind);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], (ushort)(8 * numbers.Length));
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(at[(4 + 8 * i)..], numbers[i]);
        }
    }

    /// <summary>The fields that an entry's header and its line in the directory share.</summary>
    byte[] Common(ZipEntry entry, byte[] name, int extra)
    {
        var fields = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(fields, entry.Length >= limit ? LongVersion : Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(2), Utf8);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(8), Date);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), entry.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), Short(entry.PackedLength));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), Short(entry.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(22), (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(24), (ushort)extra);
        return fields;
    }
}
