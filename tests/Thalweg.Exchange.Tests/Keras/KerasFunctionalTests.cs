using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Exchange.Keras;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Keras;

public sealed class KerasFunctionalTests : IDisposable
{
    const string Input = """{"class_name": "InputLayer", "config": {"batch_shape": [null, 4], "dtype": "float32", "name": "a"}, "name": "a", "inbound_nodes": []}""";

    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    static string Tensor(string layer, int number = 0, int index = 0, string shape = "null, 4") =>
        $$$"""{"class_name": "__keras_tensor__", "config": {"shape": [{{{shape}}}], "dtype": "float32", "keras_history": ["{{{layer}}}", {{{number}}}, {{{index}}}]}}""";

    static string Dense(string name, params string[] takes) =>
        $$$"""{"class_name": "Dense", "config": {"units": 4, "name": "{{{name}}}"}, "name": "{{{name}}}", "inbound_nodes": [{{{string.Join(", ", takes.Select(take => "{\"args\": [" + take + "], \"kwargs\": {}}"))}}}]}""";

    static string Merge(string className, string name, params string[] takes) =>
        $$$"""{"class_name": "{{{className}}}", "config": {"name": "{{{name}}}"}, "name": "{{{name}}}", "inbound_nodes": [{"args": [[{{{string.Join(", ", takes)}}}]], "kwargs": {"training": null}}]}""";

    static Functional Read(string layers, string output = """["y", 0, 0]""", string input = """[["a", 0, 0]]""") => (Functional)KerasConfigReader.Read(
        JsonDocument.Parse($$"""{"class_name": "Functional", "config": {"name": "net", "layers": [{{layers}}], "input_layers": {{input}}, "output_layers": {{output}} } }""").RootElement, compile: true, bytes: 10_000);

    [Fact]
    public void Layers_may_stand_in_any_order_and_be_used_again()
    {
        var model = Read(string.Join(", ", Merge("Add", "y", Tensor("d", 1), Tensor("e")), Dense("d", Tensor("a"), Tensor("e")), Dense("e", Tensor("d")), Input));
        Assert.Equal(["a", "d", "e", "y"], model.Layers.Select(layer => layer.Name));
        Assert.Equal(5, model.Calls.Count);
        Assert.Equal(1, model.NumberOf(model.Outputs[0].Call.Inputs[0].Call));
        Assert.Equal("net", model.Name);
    }

    [Theory]
    [InlineData("""["a", 0, 0]""", """["y", 0, 0]""")]
    [InlineData("""[["a", 0, 0]]""", """[["y", 0, 0], ["y", 0, 0]]""")]
    [InlineData("""{"x": ["a", 0, 0]}""", """[[["y", 0, 0]]]""")]
    public void Ends_come_in_the_forms_of_Keras(string input, string output) =>
        Assert.Equal(output.Split('y').Length - 1, Read(string.Join(", ", Input, Dense("y", Tensor("a"))), output, input).Outputs.Count);

    [Fact]
    public void Uses_as_Keras_2_writes_them_are_read() =>
        Assert.Equal(2, Read(Input + """, {"class_name": "Add", "config": {"name": "y"}, "name": "y", "inbound_nodes": [[["a", 0, 0, {}], ["a", 0, 0, {}]]]}""").Outputs[0].Call.Inputs.Count);

    public static TheoryData<string, string, string> Faults => new()
    {
        { string.Join(", ", Input, Dense("y", Tensor("b"))), """["y", 0, 0]""", "no such layer" },
        { string.Join(", ", Input, Dense("y", Tensor("a", 1))), """["y", 0, 0]""", "['a', 1, 0], which nothing gives" },
        { string.Join(", ", Input, Dense("y", Tensor("a", 0, 3))), """["y", 0, 0]""", "output 3 of 'a'" },
        { string.Join(", ", Input, Dense("y", Tensor("z")), Dense("z", Tensor("y"))), """["y", 0, 0]""", "which nothing gives before it" },
        { string.Join(", ", Input, Dense("y", Tensor("y"))), """["y", 0, 0]""", "which nothing gives before it" },
        { string.Join(", ", Input, Dense("y", Tensor("a", shape: "null, 5"))), """["y", 0, 0]""", "has the shape (None, 4)" },
        { string.Join(", ", Input, Dense("y", Tensor("a", shape: "null, 4, 1"))), """["y", 0, 0]""", "has the shape (None, 4)" },
        { string.Join(", ", Input, Dense("y", Tensor("a")), Dense("y", Tensor("a"))), """["y", 0, 0]""", "two layers called 'y'" },
        { string.Join(", ", Input, Dense("y")), """["y", 0, 0]""", "at least one" },
        { string.Join(", ", Input, Dense("y", Tensor("a"))), """["y", 1, 0]""", "nothing gives the tensor ['y', 1, 0]" },
        { string.Join(", ", Input, Dense("y", Tensor("a"))), """["y", 0, -1]""", "nothing gives the tensor" },
        { string.Join(", ", Input, Dense("y", Tensor("a"))), """["y"]""", "expected layers" },
        { string.Join(", ", Input, Dense("y", Tensor("a"))), """[]""", "0 outputs" },
        { string.Join(", ", Input, Dense("y", "5")), """["y", 0, 0]""", "expected an object" },
        { string.Join(", ", Input, Merge("LSTM", "y", Tensor("a"))), """["y", 0, 0]""", "'LSTM'" },
        { string.Join(", ", Input, Dense("y", Tensor("a")).Replace("\"kwargs\": {}", "\"kwargs\": {\"mask\": 3}", StringComparison.Ordinal)), """["y", 0, 0]""", "further arguments" },
        { string.Join(", ", Input, Merge("Subtract", "y", Tensor("a"))), """["y", 0, 0]""", "It merges 2" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_is_told(string layers, string output, string part)
    {
        string message = Assert.Throws<KerasFormatException>(() => Read(layers, output)).Message;
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.Contains("config.json", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_thousands_of_layers_is_read()
    {
        string Layer(int i) => $$$"""{"class_name": "Flatten", "config": {"name": "l{{{i}}}"}, "name": "l{{{i}}}", "inbound_nodes": [{"args": [{{{Tensor(i == 0 ? "a" : $"l{i - 1}")}}}], "kwargs": {}}]}""";
        Assert.Equal(5_001, Read(string.Join(", ", Enumerable.Range(0, 5_000).Select(Layer).Append(Input).Reverse()), """["l4999", 0, 0]""").Calls.Count);
    }

    [Fact]
    public void Models_that_multiply_by_being_used_are_refused()
    {
        string inner = "{" + string.Join(", ", "\"class_name\": \"Functional\"", "\"config\": {\"name\": \"m0\", \"layers\": [" + string.Join(", ", Input, Dense("y", Tensor("a"))) + "], \"input_layers\": [\"a\", 0, 0], \"output_layers\": [\"y\", 0, 0]}");
        string uses = string.Join(", ", Enumerable.Range(0, 20).Select(i => "{\"args\": [" + (i == 0 ? Tensor("a") : Tensor("M", i - 1)) + "], \"kwargs\": {}}"));
        for (int level = 0; level < 6; level++)
        {
            string used = inner + $", \"name\": \"M\", \"inbound_nodes\": [{uses}]}}";
            inner = "{\"class_name\": \"Functional\", \"config\": {\"name\": \"m\", \"layers\": [" + Input + ", " + used + "], \"input_layers\": [\"a\", 0, 0], \"output_layers\": [\"M\", 19, 0]}";
        }
        using var json = JsonDocument.Parse(inner + "}");
        Assert.Contains("used more than", Assert.Throws<KerasFormatException>(() => KerasConfigReader.Read(json.RootElement, true, 10_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_layers_models_within_models_and_all_that_merges_come_back()
    {
        var (a, b, shared) = (Thalweg.Layers.Input.Of(4), Thalweg.Layers.Input.Of(4), new Dense(4, "tanh"));
        var (x, y) = (shared.Apply(a), shared.Apply(b));
        var c = Thalweg.Layers.Input.Of(4, name: "c");
        var inner = new Functional([c], [new Dense(3).Apply(c), new Dense(2) { Trainable = false }.Apply(c)], "inner");
        var two = inner.ApplyAll([new Maximum().Apply([x, y])]);
        SymbolicTensor[] merged = [new Subtract().Apply([x, y]), new Multiply().Apply([x, y]), new Average().Apply([x, y, x]), new Minimum().Apply([x, y]), new Dot(-1) { Normalize = true }.Apply([x, y]), .. two];
        var model = new Functional([a, b], [new Concatenate().Apply(merged), new Sequential([new InputLayer(4), new Dense(1)]).Apply(shared.Apply(x))], "everything");
        KerasFile.Save(model, files["m.keras"]);
        var loaded = Assert.IsType<Functional>(KerasFile.Load(files["m.keras"]));
        Close.Same(model.GetWeights(), loaded.GetWeights());
        Assert.Equal(model.Layers.Select(layer => layer.Name), loaded.Layers.Select(layer => layer.Name));
        Assert.Equal(model.Weights.Select(weight => weight.Path), loaded.Weights.Select(weight => weight.Path));
        Assert.Equal(model.TrainableWeights.Count, loaded.TrainableWeights.Count);
        Tensor[] data = [Thalweg.Tensor.RandomNormal([5, 4]), Thalweg.Tensor.RandomNormal([5, 4])];
        Close.Same(model.Predict(data), loaded.Predict(data));
    }

    [Fact]
    public void One_input_and_output_stand_without_lists_as_Keras_writes_them()
    {
        var a = Thalweg.Layers.Input.Of(4, name: "a");
        var written = KerasConfigWriter.Write(new Functional(a, new Dense(2) { Name = "y" }.Apply(a)));
        Assert.Equal("""["a",0,0]""", written["config"]!["input_layers"]!.ToJsonString());
        Assert.Equal("""["y",0,0]""", written["config"]!["output_layers"]!.ToJsonString());
        Assert.Equal("Functional", written["registered_name"]!.GetValue<string>());
        Assert.Null(written["build_config"]!["input_shape"]);
        Assert.IsType<JsonArray>(written["config"]!["layers"]);
    }
}
