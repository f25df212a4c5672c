using System.Text.Json.Serialization;

namespace Thalweg.Lab.Descents;

/// <summary>A race as a page asks for it: who descends what, where from, and what changes on the way.</summary>
sealed record RaceSettings
{
    /// <summary>The kind of run that this is.</summary>
    public const string Descent = "descent";

    /// <summary><c>descent</c>: what tells such settings from those of a training.</summary>
    public string Kind { get; init; } = Descent;

    /// <summary>The objective's name.</summary>
    public string? Objective { get; init; }

    /// <summary>Where all start; the objective's own start where it isn't given.</summary>
    public double[]? Start { get; init; }

    /// <summary>How many steps each takes; 200 where it isn't given.</summary>
    public int? Steps { get; init; }

    /// <summary>Decides minibatches and noise; 0 where it isn't given.</summary>
    public long? Seed { get; init; }

    /// <summary>Who descends.</summary>
    public Racer[]? Racers { get; init; }

    /// <summary>What changes on the way.</summary>
    public RaceChange[]? Changes { get; init; }

    /// <summary>What to call the run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Words to find it by.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Tags { get; init; }
}

/// <summary>One who descends.</summary>
/// <param name="Optimizer">The rule by name, with settings in brackets.</param>
/// <param name="BatchSize">Samples per step; 0 for all.</param>
/// <param name="Sampling"><c>replacement</c> or <c>permutation</c>.</param>
/// <param name="Noise">The standard deviation of normal noise on each element of the gradient.</param>
sealed record Racer(string? Optimizer, int BatchSize = 0, string? Sampling = null, double Noise = 0);

/// <summary>What one racer goes on with from a point of its way; what isn't given stays as it is.</summary>
/// <param name="Step">How many steps the racer has taken by then: the change holds for the step that leads away from point <c>step</c>; 0 is the start.</param>
/// <param name="Who">Which racer is meant; the first is 0.</param>
/// <param name="Optimizer">Its new rule, which goes on where the old one stands: the same rule with other settings keeps what it remembers, another begins afresh.</param>
/// <param name="BatchSize">Its new size of minibatches; 0 for all samples.</param>
/// <param name="Sampling">How its minibatches are drawn from now on.</param>
/// <param name="Noise">The standard deviation of the noise on its gradient from now on.</param>
sealed record RaceChange(
    [property: JsonPropertyName("step")] int? Step,
    [property: JsonPropertyName("racer")] int? Who,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Optimizer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BatchSize = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sampling = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Noise = null);
