using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Thalweg.Data;

namespace Thalweg.Cli;

/// <summary>
/// Results as JSON. Names are Keras's (learning_rate, val_loss); a value that is no number is the string "NaN" or
/// "Infinity", which JSON has no numbers for.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrainResult))]
[JsonSerializable(typeof(DiagnosisResult))]
[JsonSerializable(typeof(Comparison))]
sealed partial class ResultJson : JsonSerializerContext
{
    // Column names are to be read by people: only what JSON itself forbids is escaped.
    static ResultJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes one training's result.</summary>
    public static void Write(string path, TrainResult result) =>
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, result, Readable.TrainResult));

    /// <summary>Writes what a diagnosis found.</summary>
    public static void Write(string path, DiagnosisResult result) =>
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, result, Readable.DiagnosisResult));

    /// <summary>Writes the results of a comparison.</summary>
    public static void Write(string path, Comparison comparison) =>
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, comparison, Readable.Comparison));
}
