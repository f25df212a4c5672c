using Thalweg.Cli.Tests;
using Thalweg.Exchange;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Trainings;

[Collection(nameof(RandomSeed))]
public sealed class SavedModelTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(string name) => Path.Combine(folder, name);

    async Task Train(string data, string target, string model, params string[] more)
    {
        var (code, _, errors) = await TestCommand.RunAsync(["train", TestCommand.Data(data), "--target", target, "--quiet", "--layers", "12", "--save", File(model), .. more]);
        Assert.True(code == 0, errors);
    }

    [Fact]
    public async Task A_training_in_two_parts_gives_the_weights_of_one()
    {
        await Train("iris.csv", "target", "whole.keras", "--epochs", "5", "--validation-split", "0.2");
        await Train("iris.csv", "target", "part.keras", "--epochs", "2", "--validation-split", "0.2");
        await Train("iris.csv", "target", "part.keras", "--epochs", "3", "--validation-split", "0.2", "--resume", File("part.keras"));
        var (whole, parts) = (SavedModel.Load(File("whole.keras")), SavedModel.Load(File("part.keras")));
        Assert.Equal((5, 5), (whole.Epochs, parts.Epochs));
        foreach (var (one, other) in whole.Model.GetWeights().Zip(parts.Model.GetWeights()))
            Assert.Equal(one.ToArray<float>(), other.ToArray<float>());
    }

    [Fact]
    public async Task Raw_rows_are_encoded_as_in_training_by_the_names_of_columns()
    {
        await Train("penguins.csv", "species", "p.keras", "--epochs", "30");
        string[] lines = await System.IO.File.ReadAllLinesAsync(TestCommand.Data("penguins.csv"), TestContext.Current.CancellationToken);
        // Without the target, and with the columns the other way round.
        int target = Array.IndexOf(lines[0].Split(','), "species");
        await System.IO.File.WriteAllLinesAsync(File("new.csv"), lines.Select(line => string.Join(',', line.Split(',').Where((_, i) => i != target).Reverse())), TestContext.Current.CancellationToken);
        var (code, _, errors) = await TestCommand.RunAsync("predict", File("p.keras"), File("new.csv"), "--out", File("out.csv"));
        Assert.True(code == 0, errors);
        string[] predicted = await System.IO.File.ReadAllLinesAsync(File("out.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("species,p(Adelie),p(Chinstrap),p(Gentoo)", predicted[0]);
        int right = lines.Skip(1).Zip(predicted.Skip(1)).Count(pair => pair.First.Split(',')[target] == pair.Second.Split(',')[0]);
        Assert.True(right > 0.9 * (lines.Length - 1), $"{right} of {lines.Length - 1}");
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await Train("iris.csv", "target", "m.keras", "--epochs", "1");
        Assert.Contains("needs the columns", await TestCommand.FailAsync("predict", File("m.keras"), TestCommand.Data("diabetes.csv")), StringComparison.Ordinal);
        Assert.Contains("there is no file", await TestCommand.FailAsync("predict", File("none.keras"), TestCommand.Data("iris.csv")), StringComparison.Ordinal);
        Assert.Contains("is a folder", await TestCommand.FailAsync("predict", folder, TestCommand.Data("iris.csv")), StringComparison.Ordinal);
        Assert.Contains("isn't a zip archive", await TestCommand.FailAsync("predict", TestCommand.Data("iris.csv"), TestCommand.Data("iris.csv")), StringComparison.Ordinal);
        Assert.Contains("no column 'target'", await TestCommand.FailAsync("evaluate", File("m.keras"), TestCommand.Data("penguins.csv")), StringComparison.Ordinal);
        Assert.Contains("was trained for the target 'target'", await TestCommand.FailAsync("train", TestCommand.Data("penguins.csv"), "--target", "species", "--resume", File("m.keras")), StringComparison.Ordinal);
        KerasFile.Save(SavedModel.LoadModel(File("m.keras")), File("bare.keras"));
        Assert.Contains("no table's encoding", await TestCommand.FailAsync("predict", File("bare.keras"), TestCommand.Data("iris.csv")), StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(File("damaged.keras"), "this is no model, but long enough to be looked at", TestContext.Current.CancellationToken);
        Assert.Contains("zip", await TestCommand.FailAsync("summary", File("damaged.keras")), StringComparison.Ordinal);
    }
}
