using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests;

public sealed class DataFolderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_Lab_at_a_time_has_it()
    {
        string path = Path.Combine(folder, "new", "deep");
        using (var first = DataFolder.Open(path))
        {
            Assert.Equal(path, first.Path);
            Assert.All([first.Store, first.Runs, first.Datasets], place => Assert.StartsWith(path, place, StringComparison.Ordinal));
            Assert.Contains("another Lab", Assert.Throws<UserErrorException>(() => DataFolder.Open(path)).Message, StringComparison.Ordinal);
        }
        DataFolder.Open(path).Dispose();
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Contains("--data", Assert.Throws<UserErrorException>(() => DataFolder.Open(file)).Message, StringComparison.Ordinal);
    }
}
