using System.Text;
using Thalweg.Data;

namespace Thalweg.Cli;

/// <summary>A file that a training will write: what is wrong with its path is said before the training, not after it.</summary>
static class OutputFile
{
    /// <summary>Writes a text, whole or not at all.</summary>
    public static void Write(string path, string text) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>The path that was given, or null; an error if nothing could be written there.</summary>
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="path">What was given.</param>
    /// <param name="extensions">The extensions that the file may have; any if there are none.</param>
    public static string? Check(string option, string? path, params string[] extensions)
    {
        if (path is null)
            return null;
        if (path.Length == 0 || Directory.Exists(path))
            throw new UserErrorException($"--{option} '{path}': that is a folder; give the name of a file in it.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        if (!Directory.Exists(folder))
            throw new UserErrorException($"--{option} {path}: the folder '{folder}' doesn't exist; create it first, or write elsewhere.");
        if (extensions.Length > 0 && !extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new UserErrorException($"--{option} {path}: expected a file name that ends in {string.Join(" or ", extensions)}.");
        return path;
    }
}
