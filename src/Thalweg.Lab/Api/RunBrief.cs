using System.Text.Json;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Api;

/// <summary>A run that was begun.</summary>
/// <param name="Id">Its number.</param>
sealed record RunStarted(long Id);

/// <summary>A run as the list has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">train or descent.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Created">When it was asked for, UTC.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">What was asked for, with what wasn't given filled in; it makes the same run again.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Summary">Of a training: epochs, and the last loss and metrics. Of a descent: steps, and where the best racer came to.</param>
/// <param name="Error">Why it failed or was stopped, in a sentence.</param>
record RunBrief(
    long Id, string Kind, string Name, DateTime Created, RunState State, JsonElement Settings, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, double> Summary, string? Error);

/// <summary>A run with everything that is kept of it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">train or descent.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Created">When it was asked for, UTC.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Summary">Where it came to.</param>
/// <param name="Error">Why it failed or was stopped, in a sentence.</param>
/// <param name="History">Numbers of each epoch by the names of loss and metrics, or of each step by racer.</param>
/// <param name="Layers">The layers of its network.</param>
/// <param name="Network">A drawing of its network.</param>
sealed record RunDetail(
    long Id, string Kind, string Name, DateTime Created, RunState State, JsonElement Settings, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, double> Summary, string? Error,
    IReadOnlyDictionary<string, IReadOnlyList<double>> History, IReadOnlyList<LayerRecord> Layers, NetworkPicture Network)
    : RunBrief(Id, Kind, Name, Created, State, Settings, Tags, Summary, Error);

/// <summary>A drawing of a network.</summary>
/// <param name="Svg">The drawing; null where there is no network.</param>
sealed record NetworkPicture(string? Svg);
