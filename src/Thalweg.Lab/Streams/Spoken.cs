using System.Text.Json.Serialization;

namespace Thalweg.Lab.Streams;

/// <summary>What the server says to a page in words.</summary>
/// <param name="Op">state (of a run), changed (a racer, from a step on) or error.</param>
sealed record Spoken(string Op)
{
    /// <summary>The run that is meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Run { get; init; }

    /// <summary>The racer that is meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Racer { get; init; }

    /// <summary>The step from which a change holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Step { get; init; }

    /// <summary>How the run stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>A sentence for the reader.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    /// <summary>The setting that is at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }
}
