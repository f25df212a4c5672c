using System.Buffers.Binary;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Thalweg.Lab.Book;

/// <summary>A race of the book, run once through the Lab's own stream, and its frames as JSON.</summary>
/// <param name="Objective">The surface.</param>
/// <param name="Steps">How many steps each racer takes.</param>
/// <param name="Start">Where they start.</param>
/// <param name="Racers">Each with optimiser, batch size and sampling, as the page's address has them.</param>
sealed record RecordedRace(string Objective, int Steps, double[] Start, IReadOnlyList<string> Racers)
{
    /// <summary>The chapter's race: gradient descent beside SGD with minibatches of four. The page begins with it too.</summary>
    const string Chapter = "sgd(learning_rate=0.2, momentum=0);0;replacement|sgd(learning_rate=0.2, momentum=0);4;replacement";

    const int Header = 16, PointKind = 1, PointSize = 6;

    /// <summary>The race that a figure's query asks for.</summary>
    public static RecordedRace Of(IReadOnlyDictionary<string, string> query, byte[] catalog)
    {
        string objective = query["objective"];
        var known = JsonNode.Parse(catalog)!["objectives"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == objective)!;
        string[] racers = query.GetValueOrDefault("racers", Chapter).Split('|');
        // The steps of the racer who takes most in an epoch, where epochs say how long the race is.
        int steps = query.TryGetValue("epochs", out string? epochs)
            ? int.Parse(epochs, CultureInfo.InvariantCulture) * racers.Max(racer => StepsInEpoch(known["samples"]!.GetValue<int>(), int.Parse(racer.Split(';')[1], CultureInfo.InvariantCulture)))
            : int.Parse(query["steps"], CultureInfo.InvariantCulture);
        double[] start = [.. known["start"]!.AsArray().Select(value => value!.GetValue<double>())];
        return new RecordedRace(objective, steps, start, racers);
    }

    static int StepsInEpoch(int samples, int batchSize) => batchSize == 0 ? 1 : (samples + batchSize - 1) / batchSize;

    /// <summary>Runs it on a Lab and gives its frames.</summary>
    public async Task<byte[]> RunAsync(Uri lab, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(lab) { Scheme = "ws", Path = "/ws" }.Uri, cancellation).ConfigureAwait(false);
        byte[] command = JsonSerializer.SerializeToUtf8Bytes(new
        {
            op = "descent.start",
            run = 1,
            objective = Objective,
            start = Start,
            steps = Steps,
            seed = 0,
            rate = 20_000,
            racers = Racers.Select(racer => racer.Split(';')).Select(parts => new { optimizer = parts[0], batchSize = int.Parse(parts[1], CultureInfo.InvariantCulture), sampling = parts[2] }),
        });
        await socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        var frames = new JsonArray();
        int[] reached = new int[Racers.Count];
        byte[] buffer = new byte[1 << 20];
        while (!Array.TrueForAll(reached, step => step >= Steps))
        {
            int length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Text)
            {
                var words = JsonNode.Parse(buffer.AsSpan(0, length))!;
                if (words["op"]!.GetValue<string>() == "error" || words["state"]?.GetValue<string>() == "diverged")
                    throw new InvalidDataException($"The race on {Objective} can't be recorded: {words["message"]}");
                continue;
            }
            if (part.MessageType == WebSocketMessageType.Close)
                throw new EndOfStreamException($"The race on {Objective} ended before its last step.");
            var (kind, series, step, count) = (buffer[1], BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(2)), BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(8)), BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(12)));
            float[] values = MemoryMarshal.Cast<byte, float>(buffer.AsSpan(Header, count * sizeof(float))).ToArray();
            frames.Add(new JsonObject
            {
                ["kind"] = kind,
                ["series"] = series,
                ["step"] = step,
                ["values"] = new JsonArray([.. values.Select(value => float.IsFinite(value) ? JsonValue.Create(value) : null)]),
            });
            if (kind == PointKind)
                reached[series] = Math.Max(reached[series], step + count / PointSize - 1);
        }
        return JsonSerializer.SerializeToUtf8Bytes(frames);
    }
}
