using System.Text.Json;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class TrainCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    static string Iris => TestCommand.Data("iris.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(string name) => Path.Combine(folder, name);

    string Table(params string[] lines)
    {
        System.IO.File.WriteAllLines(File("table.csv"), lines);
        return File("table.csv");
    }

    [Fact]
    public async Task Writes_a_page_that_can_be_sent()
    {
        var (code, _, errors) = await TestCommand.RunAsync("train", Iris, "--target", "target", "--epochs", "2", "--quiet", "--report", File("report.html"));
        Assert.True(code == CommandLine.Success, errors);
        string page = System.IO.File.ReadAllText(File("report.html"));
        Assert.Contains("2 epochs in", page, StringComparison.Ordinal);
        Assert.Contains("data:image/svg+xml", page, StringComparison.Ordinal);
        Assert.Contains("--report", await TestCommand.FailAsync("train", Iris, "--target", "target", "--report", "report.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learns_classes_and_reports_them()
    {
        var (code, output, errors) = await TestCommand.RunAsync("train", Iris, "--target", "target", "--epochs", "20", "--layers", "16");
        Assert.Equal(CommandLine.Success, code);
        Assert.Empty(errors);
        Assert.Contains("classification, 3 classes", output, StringComparison.Ordinal);
        Assert.Contains("Total params: 131", output, StringComparison.Ordinal);
        Assert.Contains("epoch 20 of 20: loss", output, StringComparison.Ordinal);
        Assert.Contains("precision", output, StringComparison.Ordinal);
        Assert.Contains("Confusion matrix", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learns_numbers_and_reports_their_errors()
    {
        var (code, output, _) = await TestCommand.RunAsync("train", TestCommand.Data("diabetes.csv"), "--target", "target", "--epochs", "3", "--validation-split", "0.25");
        Assert.Equal(CommandLine.Success, code);
        Assert.Contains("regression", output, StringComparison.Ordinal);
        Assert.Contains("val_mae", output, StringComparison.Ordinal);
        Assert.Contains("On 111 validation rows", output, StringComparison.Ordinal);
        Assert.Contains("R²", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_picture_history_and_json()
    {
        var (code, output, _) = await TestCommand.RunAsync("train", Iris, "--target", "target", "--epochs", "4", "--quiet", "--validation-split", "0.2",
            "--plot", File("curves.svg"), "--history", File("history.csv"), "--json", File("result.json"));
        Assert.Equal(CommandLine.Success, code);
        Assert.Empty(output);
        Assert.StartsWith("<?xml", System.IO.File.ReadAllText(File("curves.svg")), StringComparison.Ordinal);

        string[] history = System.IO.File.ReadAllLines(File("history.csv"));
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy", history[0]);
        Assert.Equal(5, history.Length);

        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File("result.json")));
        var (settings, final) = (json.RootElement.GetProperty("settings"), json.RootElement.GetProperty("final"));
        Assert.Equal("classification", settings.GetProperty("task").GetString());
        Assert.Equal("categorical_crossentropy", settings.GetProperty("loss").GetString());
        Assert.Equal(0.001, settings.GetProperty("learning_rate").GetDouble(), 1e-9);
        Assert.Equal(4, json.RootElement.GetProperty("history").GetProperty("val_loss").GetArrayLength());
        Assert.Equal(json.RootElement.GetProperty("history").GetProperty("loss")[3].GetDouble(), final.GetProperty("loss").GetDouble());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bits()
    {
        string[] arguments = ["train", Iris, "--target", "target", "--epochs", "3", "--quiet", "--seed", "4", "--history"];
        await TestCommand.RunAsync([.. arguments, File("a.csv")]);
        await TestCommand.RunAsync([.. arguments, File("b.csv")]);
        await TestCommand.RunAsync(["train", Iris, "--target", "target", "--epochs", "3", "--quiet", "--seed", "5", "--history", File("c.csv")]);
        Assert.Equal(System.IO.File.ReadAllText(File("a.csv")), System.IO.File.ReadAllText(File("b.csv")));
        Assert.NotEqual(System.IO.File.ReadAllText(File("a.csv")), System.IO.File.ReadAllText(File("c.csv")));
    }

    [Theory]
    [InlineData("binary_crossentropy", "wine.csv")]
    [InlineData("binary_crossentropy", "breast_cancer.csv")]
    [InlineData("sparse_categorical_crossentropy", "wine.csv")]
    [InlineData("mse", "wine.csv")]
    public async Task Any_loss_that_suits_classes_learns_them(string loss, string data)
    {
        var (code, output, errors) = await TestCommand.RunAsync("train", TestCommand.Data(data), "--target", "target", "--epochs", "30", "--loss", loss);
        Assert.True(code == CommandLine.Success, errors);
        double accuracy = double.Parse(output.Split("Accuracy ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(accuracy > 90, output);
    }

    [Fact]
    public async Task Interrupted_it_still_writes_what_was_learned()
    {
        var (code, _, errors) = await TestCommand.InterruptAsync(() => System.IO.File.Exists(File("curves.png")),
            "train", TestCommand.Data("digits.csv"), "--target", "target", "--epochs", "100000", "--layers", "8", "--quiet",
            "--json", File("result.json"), "--history", File("history.csv"), "--plot", File("curves.png"));
        Assert.Equal(CommandLine.Interrupted, code);
        Assert.Empty(errors);
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File("result.json")));
        Assert.True(json.RootElement.GetProperty("interrupted").GetBoolean());
        int epochs = json.RootElement.GetProperty("history").GetProperty("loss").GetArrayLength();
        Assert.InRange(epochs, 1, 99_999);
        Assert.Equal(epochs + 1, System.IO.File.ReadAllLines(File("history.csv")).Length);
        Assert.True(System.IO.File.Exists(File("curves.png")));
    }

    [Theory]
    [InlineData("'targt'", "--target", "targt")]
    [InlineData("has no setting 'momentom'. Did you mean 'momentum'", "--target", "target", "--optimizer", "sgd(momentom=0.9)")]
    [InlineData("Did you mean 'adam'", "--target", "target", "--optimizer", "adamm")]
    [InlineData("Did you mean 'relu'", "--target", "target", "--activation", "rela")]
    [InlineData("no loss 'crossentropy'", "--target", "target", "--loss", "crossentropy")]
    [InlineData("doesn't exist", "--target", "target", "--plot", "no-such-folder/curves.svg")]
    [InlineData("doesn't exist", "--target", "target", "--json", "no-such-folder/result.json")]
    [InlineData("doesn't exist", "--target", "target", "--history", "no-such-folder/history.csv")]
    [InlineData(".svg or .png", "--target", "target", "--plot", "curves.jpg")]
    [InlineData("take mse or mae", "--target", "target", "--task", "regression", "--loss", "categorical_crossentropy")]
    [InlineData("take mse or mae", "--target", "target", "--task", "regression", "--metrics", "accuracy")]
    public async Task Wrong_settings_are_told_before_training(string part, params string[] options) =>
        Assert.Contains(part, await TestCommand.FailAsync(["train", Iris, .. options]), StringComparison.Ordinal);

    [Theory]
    [InlineData("line 3", "a,b,y", "1,2,x", "3,4")]
    [InlineData("line 3", "a,b,y", "1,2,x", "3,\"4,z")]
    [InlineData("in every row", "a,b,y", "1,2,x", "3,4,x")]
    [InlineData("empty")]
    public async Task Wrong_tables_are_told_with_their_place(string part, params string[] lines) =>
        Assert.Contains(part, await TestCommand.FailAsync("train", Table(lines), "--target", "y"), StringComparison.Ordinal);

    [Fact]
    public async Task Text_among_numbers_is_told_with_its_place()
    {
        string[] lines = [.. Enumerable.Range(1, 50).Select(i => $"{i},{i % 2}")];
        string error = await TestCommand.FailAsync("train", Table(["a,y", .. lines, "many,1"]), "--target", "y");
        Assert.Contains("line 52", error, StringComparison.Ordinal);
        Assert.Contains("'many'", error, StringComparison.Ordinal);
    }
}
