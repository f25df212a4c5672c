using System.Net.WebSockets;
using System.Text;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Tests.Streams;

[Collection(nameof(RandomSeed))]
public class LabSocketTests
{
    [Fact]
    public async Task Nonsense_is_answered_and_the_page_stays_connected()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        await page.SendAsync("{nonsense"u8.ToArray());
        await page.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        await page.SayAsync(new { op = "make.tea", run = 1 });
        await page.SayAsync(new { op = "train.watch", run = 12345 });
        await page.UntilAsync(heard => heard.Words.Count == 4);
        Assert.All(page.Words, word => Assert.Equal("error", (string)word["op"]!));
        Assert.Contains("JSON", (string)page.Words[0]["message"]!, StringComparison.Ordinal);
        Assert.Contains("binary", (string)page.Words[1]["message"]!, StringComparison.Ordinal);
        Assert.Contains("make.tea", (string)page.Words[2]["message"]!, StringComparison.Ordinal);
        Assert.Contains("12345", (string)page.Words[3]["message"]!, StringComparison.Ordinal);
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "saddle", racers = new[] { new { optimizer = "sgd" } }, steps = 2 });
        await page.WordsAsync("state", "done");
    }

    [Fact]
    public async Task Too_long_a_message_ends_the_connection()
    {
        await using var lab = await TestLab.StartAsync(new LabLimits { MessageBytes = 1000 });
        await using var page = await TestPage.OpenAsync(lab);
        await page.SendAsync(Encoding.UTF8.GetBytes(new string(' ', 1500)));
        Assert.False(await page.ListenAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, page.Socket.CloseStatus);
    }

    [Fact]
    public async Task Bytes_that_are_no_frames_end_their_connection_alone()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        foreach (byte[] nonsense in new byte[][] { [0xff, .. Enumerable.Repeat((byte)0xff, 15)], [0x81, .. Enumerable.Repeat((byte)0xff, 15)], [0x01, 0x05, 1, 2, 3, 4, 5], [0x8f, 0x80, 0, 0, 0, 0] })
        {
            using var raw = new System.Net.Sockets.TcpClient();
            await raw.ConnectAsync(lab.Server.Address.Host, lab.Server.Address.Port, TestLab.Ending);
            var stream = raw.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /ws HTTP/1.1\r\nHost: {lab.Server.Address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"), TestLab.Ending);
            byte[] buffer = new byte[1024];
            int count = await stream.ReadAsync(buffer, TestLab.Ending);
            Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(buffer, 0, count), StringComparison.Ordinal);
            await stream.WriteAsync(nonsense, TestLab.Ending);
            // Whatever it answers first, it hangs up.
            try
            {
                while (await stream.ReadAsync(buffer, TestLab.Ending) > 0)
                {
                }
            }
            catch (IOException)
            {
            }
        }
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "saddle", racers = new[] { new { optimizer = "sgd" } }, steps = 2 });
        await page.WordsAsync("state", "done");
    }

    [Fact]
    public async Task Two_hundred_pages_are_served_side_by_side()
    {
        await using var lab = await TestLab.StartAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => TestPage.OpenAsync(lab)));
        await Task.WhenAll(pages.Select(page => page.SayAsync(new { op = "descent.start", run = 1, objective = "quadratic", racers = new[] { new { optimizer = "sgd(0.05)" } }, steps = 3, rate = 1000 })));
        await Task.WhenAll(pages.Select(page => page.WordsAsync("state", "done")));
        Assert.All(pages, page => Assert.Equal(4 * 6, page.Frames.Where(frame => frame.Kind == FrameKind.DescentPoint).Sum(frame => frame.Values.Length)));
        foreach (var page in pages)
            await page.DisposeAsync();
    }

    [Fact]
    public async Task There_is_room_for_so_many_pages()
    {
        await using var lab = await TestLab.StartAsync(new LabLimits { Sockets = 1 });
        await using var first = await TestPage.OpenAsync(lab);
        await Assert.ThrowsAsync<WebSocketException>(() => TestPage.OpenAsync(lab));
    }

    [Fact]
    public async Task A_page_has_so_many_descents_at_once()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab);
        for (int run = 0; run < 9; run++)
            await page.SayAsync(new { op = "descent.start", run, objective = "quadratic", racers = new[] { new { optimizer = "sgd" } } });
        Assert.Contains("descent.stop", (string)(await page.WordsAsync("error"))["message"]!, StringComparison.Ordinal);
    }
}
