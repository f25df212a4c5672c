using System.Text.Json;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;

namespace Thalweg.Lab.Streams;

/// <summary>
/// What waits to be sent to one page. Numbers that follow each other wait as one frame; of those that replace each other only
/// the newest waits; and there is a limit, at which whoever adds is told to come again later.
/// </summary>
/// <param name="limit">The most numbers that wait.</param>
/// <param name="language">The reader's language; English where it isn't given.</param>
sealed class Outbox(int limit = 1 << 18, Translator? language = null) : IDisposable
{
    const int MostTexts = 256;

    readonly Lock gate = new();
    readonly List<Waiting> waiting = [];
    readonly Dictionary<(FrameKind, ushort, uint), Waiting> frames = [];
    readonly SemaphoreSlim signal = new(0, 1);
    int numbers, texts;
    bool disposed;

    /// <summary>Whether nothing more should be made for this page until it has read what waits.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
                return numbers >= limit;
        }
    }

    /// <summary>Adds numbers behind those of the same kind, series and run that wait already.</summary>
    /// <returns>Whether there was room.</returns>
    public bool Append(FrameKind kind, int series, uint run, uint step, ReadOnlySpan<float> values)
    {
        lock (gate)
        {
            if (numbers + values.Length > limit)
                return false;
            FrameOf(kind, (ushort)series, run, step).Values.AddRange(values);
            numbers += values.Length;
        }
        Wake();
        return true;
    }

    /// <summary>Puts numbers in the place of those of the same kind, series and run.</summary>
    public void Replace(FrameKind kind, int series, uint run, uint step, ReadOnlySpan<float> values)
    {
        lock (gate)
        {
            var frame = FrameOf(kind, (ushort)series, run, step);
            numbers += values.Length - frame.Values.Count;
            frame.Step = step;
            frame.Values.Clear();
            frame.Values.AddRange(values);
        }
        Wake();
    }

    /// <summary>Adds a message in words, which the reader gets in their language; of very many the oldest are forgotten.</summary>
    public void Say(Spoken words)
    {
        if (language is not null && words.Message is { } message)
            words = words with { Message = language.Say(message) };
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(words, LabJson.Options);
        lock (gate)
        {
            if (texts == MostTexts)
                waiting.RemoveAt(waiting.FindIndex(one => one.Text is not null));
            else
                texts++;
            waiting.Add(new Waiting(default, 0) { Text = text });
        }
        Wake();
    }

    /// <summary>Forgets what waits of some kinds of a run, which begins anew.</summary>
    public void Drop(uint run, params ReadOnlySpan<FrameKind> kinds)
    {
        lock (gate)
        {
            for (int i = waiting.Count - 1; i >= 0; i--)
            {
                var (kind, _, own) = waiting[i].Key;
                if (waiting[i].Text is null && own == run && kinds.Contains(kind))
                {
                    numbers -= waiting[i].Values.Count;
                    frames.Remove(waiting[i].Key);
                    waiting.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Takes everything out, in the order in which it began to wait.</summary>
    public IReadOnlyList<(bool IsText, byte[] Bytes)> Take()
    {
        lock (gate)
        {
            (bool, byte[])[] all = [.. waiting.Select(one => one.Text is { } text
                ? (true, text)
                : (false, new Frame(one.Key.Item1, one.Key.Item2, one.Key.Item3, one.Step, one.Values.ToArray()).ToBytes()))];
            waiting.Clear();
            frames.Clear();
            (numbers, texts) = (0, 0);
            return all;
        }
    }

    /// <summary>Waits until there is something.</summary>
    public Task WaitAsync(CancellationToken cancellation) => signal.WaitAsync(cancellation);

    /// <summary>Lets whoever waits look again.</summary>
    public void Wake()
    {
        lock (gate)
        {
            if (!disposed && signal.CurrentCount == 0)
                signal.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            signal.Dispose();
        }
    }

    Waiting FrameOf(FrameKind kind, ushort series, uint run, uint step)
    {
        var key = (kind, series, run);
        if (!frames.TryGetValue(key, out var frame))
        {
            frames[key] = frame = new Waiting(key, step);
            waiting.Add(frame);
        }
        return frame;
    }

    sealed class Waiting((FrameKind, ushort, uint) key, uint step)
    {
        public (FrameKind, ushort, uint) Key => key;

        public uint Step { get; set; } = step;

        public List<float> Values { get; } = [];

        public byte[]? Text { get; init; }
    }
}
