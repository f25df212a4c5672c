using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests;

/// <summary>A page's web socket, as a browser would have it.</summary>
sealed class TestPage : IAsyncDisposable
{
    readonly ClientWebSocket socket = new();

    public ClientWebSocket Socket => socket;

    /// <summary>Everything that was received in words.</summary>
    public List<JsonNode> Words { get; } = [];

    /// <summary>Everything that was received in numbers.</summary>
    public List<Frame> Frames { get; } = [];

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public static async Task<TestPage> OpenAsync(TestLab lab, string query = "")
    {
        var page = new TestPage();
        await page.socket.ConnectAsync(new UriBuilder(lab.Server.Address) { Scheme = "ws", Path = "/ws", Query = query }.Uri, Ending);
        return page;
    }

    public Task SayAsync(object message) => SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, LabJson.Options));

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text) => await socket.SendAsync(bytes, type, true, Ending);

    /// <summary>Listens until something has been heard.</summary>
    public async Task UntilAsync(Func<TestPage, bool> heard)
    {
        while (!heard(this))
        {
            Assert.True(await ListenAsync(), "The socket was closed.");
        }
    }

    /// <summary>Listens until words with this op, and these members, come.</summary>
    public async Task<JsonNode> WordsAsync(string op, string? state = null)
    {
        bool Fits(JsonNode word) => (string?)word["op"] == op && (state is null || (string?)word["state"] == state);
        await UntilAsync(page => page.Words.Exists(Fits));
        return Words.First(Fits);
    }

    /// <summary>Receives one message; false where the socket is closed.</summary>
    public async Task<bool> ListenAsync()
    {
        using var message = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer.AsMemory(), Ending);
            message.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        if (result.MessageType == WebSocketMessageType.Close)
            return false;
        if (result.MessageType == WebSocketMessageType.Text)
            Words.Add(JsonNode.Parse(message.ToArray())!);
        else
            Frames.Add(Frame.Read(message.ToArray()));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.Dispose();
    }
}
