using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Exchange.Keras;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;

namespace Thalweg.Exchange.Tests.Keras;

public class KerasObjectsTests
{
    [Fact]
    public void Optimizers_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("opt_*.json", Optimizer.FromConfiguration, "name");

    [Fact]
    public void Losses_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("loss_*.json", Loss.FromConfiguration, "name");

    [Fact]
    public void Metrics_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("metric_*.json", Metric.FromConfiguration, "name", "dtype");

    [Fact]
    public void Schedules_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("schedules.json", Schedule.FromConfiguration, "name");

    [Fact]
    public void Regularizers_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("regularizers.json", Regularizer.FromConfiguration);

    [Fact]
    public void Constraints_of_Keras_are_read_and_written_with_its_settings() => RoundTrip("constraints.json", Constraint.FromConfiguration);

    /// <summary>All settings of Keras are there with its values, and no others: it refuses what it doesn't know.</summary>
    static void RoundTrip<T>(string pattern, Func<Configuration, T> make, params string[] bookkeeping) where T : class, IConfigured
    {
        var faults = new List<string>();
        int cases = 0;
        foreach (var (className, config) in ReferenceConfigs.Of(pattern))
        {
            cases++;
            try
            {
                var item = make(KerasObjects.Configuration(className, config));
                if (KerasObjects.Write(item) is not JsonObject written)
                    continue;       // a name alone: all settings are the default ones
                var own = written["config"]!.AsObject();
                if (written["class_name"]!.GetValue<string>() != className)
                    faults.Add($"{className} became {written["class_name"]}");
                foreach (var member in config.EnumerateObject().Where(member => !bookkeeping.Contains(member.Name)))
                {
                    if (!own.TryGetPropertyValue(member.Name, out var value) ? member.Value.ValueKind != JsonValueKind.Null : !Same(member.Value, value))
                        faults.Add($"{className}.{member.Name} is {member.Value} in Keras and {value?.ToJsonString()} here");
                }
                faults.AddRange(own.Where(pair => pair.Value is not null && !config.TryGetProperty(pair.Key, out _) && !bookkeeping.Contains(pair.Key)).Select(pair => $"{className}.{pair.Key} = {pair.Value!.ToJsonString()} isn't in Keras"));
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                faults.Add($"{className} {config}: {fault.Message}");
            }
        }
        Assert.True(cases > 0);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(40)));
    }

    static bool Same(JsonElement expected, JsonNode? actual) => (expected.ValueKind, actual) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.Null, JsonArray list) => list.Count == 1 && list[0]!.ToJsonString() == "0.5",       // a threshold that wasn't given
        (JsonValueKind.Object, JsonArray list) => Same(expected.GetProperty("config").GetProperty("value"), list),
        (_, null) => false,
        (JsonValueKind.Number, JsonValue number) => Math.Abs(expected.GetDouble() - double.Parse(number.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)) < 1e-12,
        (JsonValueKind.Number, JsonArray list) => list.Count == 1 && Same(expected, list[0]),
        (JsonValueKind.Array, JsonArray list) => expected.GetArrayLength() == list.Count && expected.EnumerateArray().Zip(list).All(pair => Same(pair.First, pair.Second)),
        (JsonValueKind.String, JsonValue text) => string.Equals(expected.GetString(), text.GetValue<string>(), StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.Object, JsonObject inner) => expected.TryGetProperty("config", out var settings) && settings.EnumerateObject().All(member => member.Name is "name" || !inner["config"]!.AsObject().ContainsKey(member.Name) || Same(member.Value, inner["config"]![member.Name])),
        (JsonValueKind.True or JsonValueKind.False, JsonValue flag) => expected.GetBoolean() == flag.GetValue<bool>(),
        _ => false,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_with_a_name_comes_back_from_what_is_written(string kind, string name)
    {
        IConfigured item = kind switch
        {
            "activation" => Activation.FromName(name),
            "loss" => Loss.FromName(name),
            "initializer" => Initializer.FromName(name),
            "regularizer" => Regularizer.FromName(name),
            "constraint" => Constraint.FromName(name),
            _ => Optimizer.FromName(name),
        };
        using var json = JsonDocument.Parse(KerasObjects.Write(item)!.ToJsonString());
        IConfigured again = kind switch
        {
            "activation" => KerasObjects.Read(json.RootElement, Activation.FromName, Activation.FromConfiguration, "here"),
            "loss" => KerasObjects.Read(json.RootElement, Loss.FromName, Loss.FromConfiguration, "here"),
            "initializer" => KerasObjects.Read(json.RootElement, Initializer.FromName, Initializer.FromConfiguration, "here"),
            "regularizer" => KerasObjects.Read(json.RootElement, Regularizer.FromName, Regularizer.FromConfiguration, "here"),
            "constraint" => KerasObjects.Read(json.RootElement, Constraint.FromName, Constraint.FromConfiguration, "here"),
            _ => KerasObjects.Read(json.RootElement, Optimizer.FromName, Optimizer.FromConfiguration, "here"),
        };
        Assert.Equal(item.Configuration!.ToString(), again.Configuration!.ToString());
    }

    public static TheoryData<string, string> Names =>
    [
        .. Activation.Known.Select(line => ("activation", line.Name)),
        .. Loss.Known.Select(line => ("loss", line.Name)),
        .. Initializer.Known.Select(line => ("initializer", line.Name)),
        .. Regularizer.Known.Select(line => ("regularizer", line.Name)),
        .. Constraint.Known.Select(line => ("constraint", line.Name)),
        .. Optimizer.Known.Where(line => line.Name is not ("multi_optimizer" or "lookahead" or "sam" or "loss_scale_optimizer")).Select(line => ("optimizer", line.Name)),
        ("optimizer", "lookahead(inner=adam(0.1))"), ("optimizer", "sam(inner=sgd)"), ("optimizer", "loss_scale_optimizer(inner_optimizer=adam)"),
        ("activation", "leaky_relu(negative_slope=0.25)"), ("loss", "huber(delta=2)"), ("optimizer", "adam(learning_rate=cosine_decay(0.1, 100))"),
    ];

    [Theory]
    [InlineData("leaky_relu(negative_slope=0.25)", "LeakyReLU", "negative_slope")]
    [InlineData("relu(max_value=6)", "ReLU", "max_value")]
    [InlineData("elu(alpha=0.5)", "ELU", "alpha")]
    [InlineData("softmax(axis=1)", "Softmax", "axis")]
    public void An_activation_with_settings_is_a_layer_of_Keras(string name, string className, string setting)
    {
        var written = KerasObjects.Write(Activation.FromName(name))!;
        Assert.Equal("keras.layers", written["module"]!.GetValue<string>());
        Assert.Equal(className, written["class_name"]!.GetValue<string>());
        Assert.NotNull(written["config"]![setting]);
    }

    [Theory]
    [InlineData("logcosh", "LogCoshError")]
    [InlineData("fbeta_score", "FBetaScore")]
    public void A_metric_that_Keras_does_not_find_by_its_name_is_written_as_its_class(string name, string className) =>
        Assert.Equal(className, KerasObjects.Write((Metric)name)!["class_name"]!.GetValue<string>());

    [Fact]
    public void An_unknown_class_is_named_with_the_way_to_register_it()
    {
        using var json = JsonDocument.Parse("""{"class_name": "Snake", "config": {}, "registered_name": "Zoo>Snake"}""");
        string message = Assert.Throws<KerasFormatException>(() => KerasObjects.Read(json.RootElement, Activation.FromName, Activation.FromConfiguration, "layer 3")).Message;
        Assert.Contains("layer 3", message, StringComparison.Ordinal);
        Assert.Contains("'Snake'", message, StringComparison.Ordinal);
        Assert.Contains("CustomObjects.Register<Activation>", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"class_name": "__lambda__", "config": {"value": "4wEAAA=="}}""")]
    [InlineData("""{"class_name": "Lambda", "config": {}}""")]
    public void Code_in_a_file_is_refused(string text)
    {
        using var json = JsonDocument.Parse(text);
        Assert.Contains("never run", Assert.Throws<KerasFormatException>(() => KerasObjects.Read(json.RootElement, Activation.FromName, Activation.FromConfiguration, "here")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"relu(max_value=1)\"")]
    [InlineData("""{"class_name": "relu(max_value=1)", "config": {}}""")]
    [InlineData("""{"class_name": "Relu", "config": 5}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Other_things_are_refused(string text)
    {
        using var json = JsonDocument.Parse(text);
        Assert.Throws<KerasFormatException>(() => KerasObjects.Read(json.RootElement, Activation.FromName, Activation.FromConfiguration, "here"));
    }

    [Fact]
    public void A_function_of_ones_own_cannot_be_written_before_it_is_registered() =>
        Assert.Contains("CustomObjects.Register", Assert.Throws<NotSupportedException>(() => KerasObjects.Write(Activation.From(x => x))).Message, StringComparison.Ordinal);
}
