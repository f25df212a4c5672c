using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Runs;

/// <summary>A run as it is kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">train or descent.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Created">When it was asked for, UTC.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">What was asked for: <see cref="RunSettings"/> of a training, <see cref="RaceSettings"/> of a descent.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Summary">Of a training: epochs, and the last value of loss and metrics. Of a descent: steps, and where the best racer came to.</param>
/// <param name="Error">Why it failed or was stopped, in a sentence.</param>
sealed record RunRecord(
    long Id, string Kind, string Name, DateTime Created, RunState State, JsonElement Settings, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, double> Summary, string? Error)
{
    /// <summary>The kind of run that learns from data.</summary>
    public const string Train = "train";

    /// <summary>The settings of a training.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    public RunSettings Training => Kind == Train
        ? Settings.Deserialize<RunSettings>(LabJson.Options)!
        : throw Refusal.Bad($"Run {Id} is a {Kind}; only a training has a network to look at. GET /api/runs?kind=train lists them.");

    /// <summary>Refuses to resume what goes on, or has come to its end.</summary>
    /// <exception cref="Refusal">It is neither stopped nor interrupted.</exception>
    public void RequireStandingStill()
    {
        if (State is not (RunState.Interrupted or RunState.Stopped))
            throw new Refusal(StatusCodes.Status409Conflict, $"Run {Id} is {State.ToString().ToLowerInvariant()}; one that was stopped or interrupted can be resumed.");
    }

    /// <summary>The settings of a descent.</summary>
    public RaceSettings Race => Settings.Deserialize<RaceSettings>(LabJson.Options)!;
}

/// <summary>How a run stands.</summary>
enum RunState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It waits until it is told to go on.</summary>
    Paused,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It was told to stop; it can be resumed.</summary>
    Stopped,

    /// <summary>The Lab ended while it went on; it can be resumed.</summary>
    Interrupted,

    /// <summary>It couldn't go on; the error says why.</summary>
    Failed,
}
