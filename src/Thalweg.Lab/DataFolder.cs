using Thalweg.Lab.Trainings;

namespace Thalweg.Lab;

/// <summary>The folder in which the Lab keeps what it has: one Lab at a time.</summary>
sealed class DataFolder : IDisposable
{
    readonly FileStream claim;

    DataFolder(string path, FileStream claim) => (Path, this.claim) = (path, claim);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The data base of runs.</summary>
    public string Store => System.IO.Path.Combine(Path, "runs.db");

    /// <summary>The files of runs.</summary>
    public string Runs => System.IO.Path.Combine(Path, "runs");

    /// <summary>Uploaded tables.</summary>
    public string Datasets => System.IO.Path.Combine(Path, "datasets");

    /// <summary>Takes the folder, and makes it where it doesn't exist.</summary>
    /// <param name="path">Where; in the user's data folder where it isn't given.</param>
    /// <exception cref="UserErrorException">Another Lab has it, or nothing can be written there.</exception>
    public static DataFolder Open(string? path)
    {
        string full = System.IO.Path.GetFullPath(path ?? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "thalweg", "lab"));
        try
        {
            Directory.CreateDirectory(full);
            // Held until the program ends, however it ends: the system lets go of it.
            return new DataFolder(full, new FileStream(System.IO.Path.Combine(full, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException fault) when (Directory.Exists(full))
        {
            throw new UserErrorException($"--data {full}: another Lab uses this folder; close it, or give another folder with --data.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--data {full}: nothing can be written there ({fault.Message}); give another folder.", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => claim.Dispose();
}
