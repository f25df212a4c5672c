namespace Thalweg.Exchange.Archives;

/// <summary>One file in a zip archive, as the directory at its end describes it.</summary>
/// <param name="Name">The path in the archive, with forward slashes.</param>
/// <param name="IsDeflated">Whether it is packed; stored as it is otherwise.</param>
/// <param name="Checksum">CRC-32 of the content.</param>
/// <param name="PackedLength">Bytes in the archive.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Header">Where its own header begins.</param>
readonly record struct ZipEntry(string Name, bool IsDeflated, uint Checksum, long PackedLength, long Length, long Header);
