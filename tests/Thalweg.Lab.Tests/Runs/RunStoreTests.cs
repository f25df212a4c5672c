using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    RunStore Open() => new(Path.Combine(folder, "runs.db"));

    static EpochRecord Epoch(int number, double loss) => new(number, number + 0.5, new Dictionary<string, double> { ["loss"] = loss, ["val_loss"] = double.NaN }, [(float)loss, 2]);

    [Fact]
    public void A_run_is_there_after_the_data_base_was_closed()
    {
        RunSettings settings = new() { Dataset = "iris", Layers = "8,8", Seed = long.MaxValue, Validation = 0.25, Tags = ["a"] };
        long id;
        using (var store = Open())
        {
            id = store.Add("train", "'; DROP TABLE runs; --", settings, ["slow", "<b>"]).Id;
            store.AddEpoch(id, Epoch(0, 0.75));
            store.AddEpoch(id, Epoch(1, 0.5));
            store.SetState(id, RunState.Done);
        }
        using var again = Open();
        var run = again.Find(id)!;
        Assert.Equal(("train", "'; DROP TABLE runs; --", RunState.Done, null), (run.Kind, run.Name, run.State, run.Error));
        Assert.Equal(["slow", "<b>"], run.Tags);
        Assert.Equal(settings with { Tags = null }, run.Training with { Tags = null });
        Assert.Equal((2.0, 0.5), (run.Summary["epochs"], run.Summary["loss"]));
        Assert.True(double.IsNaN(run.Summary["valLoss"]));
        var epochs = again.Epochs(id);
        Assert.Equal([0, 1], epochs.Select(epoch => epoch.Epoch));
        Assert.Equal([0.5f, 2], epochs[1].Losses);
        Assert.Equal(1.5, epochs[1].Seconds);
        Assert.Equal(["loss", "val_loss"], epochs[1].Logs.Keys);
    }

    [Fact]
    public void What_went_on_when_the_program_ended_is_interrupted()
    {
        using (var store = Open())
        {
            foreach (var state in Enum.GetValues<RunState>())
                store.SetState(store.Add("train", state.ToString(), new RunSettings(), []).Id, state);
        }
        using var again = Open();
        Assert.Equal([RunState.Interrupted, RunState.Interrupted, RunState.Done, RunState.Stopped, RunState.Interrupted, RunState.Failed], again.All().Reverse().Select(run => run.State));
    }

    [Fact]
    public void What_a_network_looks_like_is_kept()
    {
        using var store = Open();
        long id = store.Add("train", "a", new RunSettings(), []).Id;
        Assert.Equal((0, null), (store.Network(id).Layers.Count, store.Network(id).Svg));
        store.Describe(id, [new LayerRecord("dense", 3, "tanh", 12)], "<svg/>");
        Assert.Equal(new LayerRecord("dense", 3, "tanh", 12), Assert.Single(store.Network(id).Layers));
        Assert.Equal("<svg/>", store.Network(id).Svg);
    }

    [Fact]
    public void A_data_base_of_a_newer_Lab_is_left_alone()
    {
        Open().Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "runs.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }
        Assert.Contains("form 99", Assert.Throws<Lab.Trainings.UserErrorException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_descent_gave_is_kept_whole_and_replaced_whole()
    {
        using var store = Open();
        long id = store.Add("descent", "race", new Lab.Descents.RaceSettings { Objective = "saddle" }, []).Id;
        Assert.Equal(0, store.Find(id)!.Summary["steps"]);
        store.AddCurves(id, [new("z/1", [9]), new("loss/1", [1, double.NaN, 1e-300])], new Dictionary<string, double> { ["steps"] = 2, ["loss"] = double.PositiveInfinity });
        store.AddCurves(id, [new("loss/1", [1, double.NaN, 1e-300]), new("a/1", [])], new Dictionary<string, double> { ["steps"] = 3 });
        var run = store.Find(id)!;
        Assert.Equal((RunState.Done, 3.0, "saddle"), (run.State, run.Summary["steps"], run.Race.Objective));
        Assert.Equal(["loss/1", "a/1"], store.Curves(id).Keys);
        Assert.Equal([1, double.NaN, 1e-300], store.Curves(id)["loss/1"]);
        store.Delete(id);
        Assert.Empty(store.Curves(id));
    }

    [Fact]
    public void Tags_are_counted()
    {
        using var store = Open();
        foreach (string[] tags in new string[][] { ["raw", "b", "raw"], ["raw"], ["Alpha"], [] })
            store.Add("train", "a", new RunSettings(), tags);
        Assert.Equal([new TagCount("Alpha", 1), new TagCount("b", 1), new TagCount("raw", 2)], store.Tags());
    }

    [Fact]
    public void Epochs_are_replaced_and_forgotten_from_one_on()
    {
        using var store = Open();
        long id = store.Add("train", "a", new RunSettings(), []).Id;
        for (int epoch = 0; epoch < 4; epoch++)
            store.AddEpoch(id, Epoch(epoch, epoch));
        store.AddEpoch(id, Epoch(1, 9));
        store.ForgetFrom(id, 2);
        Assert.Equal([0.0, 9], store.Epochs(id).Select(epoch => epoch.Logs["loss"]));
    }

    [Fact]
    public void A_run_is_renamed_and_deleted_with_its_epochs()
    {
        using var store = Open();
        long id = store.Add("train", "a", new RunSettings(), ["x"]).Id, other = store.Add("train", "b", new RunSettings(), []).Id;
        store.AddEpoch(id, Epoch(0, 1));
        store.Rename(id, "new", null);
        Assert.Equal(("new", "x"), (store.Find(id)!.Name, store.Find(id)!.Tags[0]));
        store.Rename(id, null, ["y"]);
        Assert.Equal(("new", "y"), (store.Find(id)!.Name, store.Find(id)!.Tags[0]));
        store.Delete(id);
        Assert.Null(store.Find(id));
        Assert.Empty(store.Epochs(id));
        Assert.Equal(1, store.Count);
        // A number is given once: an address never shows another run later.
        store.Delete(other);
        Assert.Equal(other + 1, store.Add("train", "c", new RunSettings(), []).Id);
    }
}
