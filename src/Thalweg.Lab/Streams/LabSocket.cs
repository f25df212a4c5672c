using System.Net.WebSockets;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;

namespace Thalweg.Lab.Streams;

/// <summary>One page's web socket: reads what it says, and sends what waits for it, at most once in 16 ms.</summary>
/// <param name="socket">The socket.</param>
/// <param name="messageBytes">The most bytes of one message.</param>
/// <param name="trainings">Follows trainings for this page; null where there are none.</param>
/// <param name="language">The reader's language; English where it isn't given.</param>
sealed class LabSocket(WebSocket socket, int messageBytes, ITrainingWatch? trainings = null, Translator? language = null) : IAsyncDisposable
{
    const int MostDescents = 8;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(16);

    readonly Outbox outbox = new(language: language);
    readonly Dictionary<uint, DescentRun> descents = [];

    /// <summary>Serves the page until it goes, or the Lab ends.</summary>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = SendAsync(ended.Token);
        try
        {
            await ReceiveAsync(ended.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // The page is gone, or the Lab ends: either way nobody listens.
        }
        await ended.CancelAsync().ConfigureAwait(false);
        await sending.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        trainings?.Leave(outbox);
        foreach (var descent in descents.Values)
            await descent.DisposeAsync().ConfigureAwait(false);
        outbox.Dispose();
    }

    async Task ReceiveAsync(CancellationToken cancellation)
    {
        byte[] buffer = new byte[messageBytes];
        while (socket.State == WebSocketState.Open)
        {
            int length = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                if (length == buffer.Length)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"A message has at most {messageBytes} bytes.", cancellation).ConfigureAwait(false);
                    return;
                }
                result = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
                length += result.Count;
            }
            while (!result.EndOfMessage);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation).ConfigureAwait(false);
                return;
            }
            try
            {
                await FollowAsync(result.MessageType == WebSocketMessageType.Text
                    ? ClientMessage.Read(buffer.AsSpan(0, length))
                    : throw Refusal.Bad("Pages speak text (JSON); binary messages go the other way.")).ConfigureAwait(false);
            }
            catch (Exception fault) when (Refusal.Of(fault) is { } refusal)
            {
                outbox.Say(new Spoken("error") { Message = refusal.Message, Field = refusal.Field });
            }
        }
    }

    async Task FollowAsync(ClientMessage message)
    {
        uint run = message.Run!.Value;
        switch (message.Op)
        {
            case "descent.start":
                await StopDescentAsync(run).ConfigureAwait(false);
                if (descents.Count == MostDescents)
                    throw Refusal.Bad($"{MostDescents} descents go on already for this page: stop one with descent.stop.", "run");
                descents[run] = DescentRun.Start(message, outbox);
                break;
            case "descent.stop":
                if (await StopDescentAsync(run).ConfigureAwait(false))
                    outbox.Say(new Spoken("state") { Run = run, State = "stopped" });
                break;
            case { } descent when descent.StartsWith("descent.", StringComparison.Ordinal):
                (descents.TryGetValue(run, out var found) ? found : throw Refusal.Bad($"There is no descent {run}: begin it with descent.start.", "run")).Follow(message);
                break;
            case "train.watch" or "train.pause" or "train.play" or "train.stop" or "unwatch" when trainings is not null:
                trainings.Follow(message, outbox);
                break;
            default:
                throw Refusal.Bad($"There is no '{message.Op}'. Known: descent.start, .set, .pause, .play, .step, .rate, .stop; train.watch, .pause, .play, .stop; unwatch.", "op");
        }
    }

    async Task<bool> StopDescentAsync(uint run)
    {
        if (!descents.Remove(run, out var descent))
            return false;
        await descent.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await outbox.WaitAsync(cancellation).ConfigureAwait(false);
                trainings?.Fill(outbox);
                foreach (var (isText, bytes) in outbox.Take())
                    await socket.SendAsync(bytes, isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, cancellation).ConfigureAwait(false);
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }
}
