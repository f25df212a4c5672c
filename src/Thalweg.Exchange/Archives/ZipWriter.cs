using System.Buffers.Binary;
using System.Text;

namespace Thalweg.Exchange.Archives;

/// <summary>Writes a zip archive whose entries are stored as they are, straight into the file, so that large ones need no second copy.</summary>
/// <param name="file">Readable, writable and seekable, and empty.</param>
sealed class ZipWriter(Stream file)
{
    /// <summary>1 January 1980, the first day of zip archives: the same content gives the same bytes.</summary>
    const ushort Date = 1 << 5 | 1;

    const ushort Version = 20, Utf8 = 0x0800;

    readonly List<ZipEntry> entries = [];

    /// <summary>Appends an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Add(name, stream => stream.Write(bytes));
    }

    /// <summary>Appends an entry whose content is written into a seekable stream.</summary>
    /// <exception cref="IOException">The archive becomes larger than 4 GB, which the format can't hold.</exception>
    public void Add(string name, Action<Stream> write)
    {
        var header = file.Length;
        file.Position = header;
        file.Write(Header(new ZipEntry(name, false, 0, 0, 0, header)));
        using var content = new FileSection(file, file.Position);
        write(content);
        if (header + content.Length >= uint.MaxValue)
        {
            throw new IOException($"'{name}' makes the file larger than 4 GB, which a zip archive can't hold. Save the weights alone, as .weights.h5 or .safetensors.");
        }
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
            var line = new byte[46 + name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(line, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(line.AsSpan(4), Version);
            Common(entry, name).CopyTo(line.AsSpan(6));
            BinaryPrimitives.WriteUInt32LittleEndian(line.AsSpan(42), (uint)entry.Header);
            name.CopyTo(line.AsSpan(46));
            file.Write(line);
        }
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(file.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        file.Write(end);
    }

    static byte[] Header(ZipEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var header = new byte[30 + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Common(entry, name).CopyTo(header.AsSpan(4));
        name.CopyTo(header.AsSpan(30));
        return header;
    }

    /// <summary>The fields that an entry's header and its line in the directory share.</summary>
    static byte[] Common(ZipEntry entry, byte[] name)
    {
        var fields = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(2), Utf8);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(8), Date);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), entry.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), (uint)entry.PackedLength);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), (uint)entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(22), (ushort)name.Length);
        return fields;
    }
}
