using System.Text.Json;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Streams;

/// <summary>What a page says.</summary>
sealed record ClientMessage
{
    /// <summary>What is to be done: descent.start, descent.set, descent.pause, train.watch, …</summary>
    public string? Op { get; init; }

    /// <summary>The run that is meant: of a descent, a number that the page chose; of a training, that of the Lab.</summary>
    public uint? Run { get; init; }

    /// <summary>The objective's name.</summary>
    public string? Objective { get; init; }

    /// <summary>Where a descent starts.</summary>
    public double[]? Start { get; init; }

    /// <summary>Who descends.</summary>
    public Racer[]? Racers { get; init; }

    /// <summary>What changes on the way.</summary>
    public RaceChange[]? Changes { get; init; }

    /// <summary>How many steps each takes.</summary>
    public int? Steps { get; init; }

    /// <summary>The seed of the minibatches.</summary>
    public long? Seed { get; init; }

    /// <summary>Steps a second.</summary>
    public double? Rate { get; init; }

    /// <summary>Which racer is meant.</summary>
    public int? Racer { get; init; }

    /// <summary>The racer's new rule.</summary>
    public string? Optimizer { get; init; }

    /// <summary>The racer's new size of minibatches; 0 for all samples.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How the racer's minibatches are drawn from now on.</summary>
    public string? Sampling { get; init; }

    /// <summary>The standard deviation of noise on the racer's gradient from now on.</summary>
    public double? Noise { get; init; }

    /// <summary>The first step that the page hasn't seen.</summary>
    public uint? From { get; init; }

    /// <summary>The race that it asks for.</summary>
    internal RaceSettings Race => new() { Objective = Objective, Start = Start, Steps = Steps, Seed = Seed, Racers = Racers, Changes = Changes };

    /// <summary>The change that it asks for.</summary>
    internal RaceChange Change => new(null, Racer, Optimizer, BatchSize, Sampling, Noise);

    /// <summary>Reads a message.</summary>
    /// <exception cref="Refusal">It isn't one; the message says why.</exception>
    public static ClientMessage Read(ReadOnlySpan<byte> text)
    {
        ClientMessage? message;
        try
        {
            message = JsonSerializer.Deserialize<ClientMessage>(text, LabJson.Options);
        }
        catch (JsonException fault)
        {
            throw Unreadable.Of(fault);
        }
        if (message?.Op is null)
            throw Refusal.Bad("The message says not what to do: give \"op\", as descent.start or train.watch.", "op");
        if (message.Run is null)
            throw Refusal.Bad($"'{message.Op}' says not of which run: give \"run\", a whole number from 0.", "run");
        return message;
    }
}
