using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Trainings;

public sealed class HistoryCsvTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_row_per_epoch_with_every_digit()
    {
        string path = Path.Combine(folder, "history.csv");
        HistoryCsv.Write(path, new Dictionary<string, IReadOnlyList<double>> { ["loss"] = [0.1, 1e-20, double.NaN], ["val_loss"] = [1 / 3.0] });
        Assert.Equal("epoch,loss,val_loss\n1,0.1,0.3333333333333333\n2,1E-20,\n3,NaN,\n", File.ReadAllText(path));
    }

    [Fact]
    public void The_first_column_counts_what_it_is_told_to()
    {
        using var text = new StringWriter();
        HistoryCsv.Write(text, new Dictionary<string, IReadOnlyList<double>> { ["loss/1"] = [2, 1] }, "step", 0);
        Assert.Equal("step,loss/1\n0,2\n1,1\n", text.ToString());
    }
}
