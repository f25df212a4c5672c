using System.Net;
using System.Net.Sockets;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests;

public sealed class LabServerTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-lab-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    Task<LabServer> StartAsync(LabOptions options) => LabServer.StartAsync(options with { DataFolder = folder }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task It_listens_on_this_computer_alone()
    {
        await using var server = await StartAsync(new LabOptions { Port = 0 });
        Assert.Equal("127.0.0.1", server.Address.Host);
        Assert.NotEqual(0, server.Address.Port);
        Assert.Equal(server.Address, server.AddressWithToken);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_where_it_was_asked_for()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        var fault = await Assert.ThrowsAsync<UserErrorException>(() => StartAsync(new LabOptions { Port = port }));
        Assert.Contains($"--port {port}", fault.Message, StringComparison.Ordinal);
        // The folder wasn't kept.
        await (await StartAsync(new LabOptions { Port = 0 })).DisposeAsync();
    }

    [Fact]
    public async Task Where_none_was_asked_for_the_next_free_one_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 5280);
        try
        {
            other.Start();
        }
        catch (SocketException)
        {
            // Something else listens there already, which does as well.
        }
        await using var server = await StartAsync(new LabOptions());
        Assert.NotEqual(5280, server.Address.Port);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", null, "--token")]
    [InlineData("http://*:0", "", "--token")]
    [InlineData("http://0.0.0.0:0", "short", "--token")]
    [InlineData("nonsense", "a-long-secret", "--urls nonsense")]
    [InlineData("ftp://127.0.0.1", "a-long-secret", "--urls")]
    public async Task Other_computers_need_a_token(string url, string? token, string named)
    {
        var fault = await Assert.ThrowsAsync<UserErrorException>(() => StartAsync(new LabOptions { Urls = [url], Token = token }));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_it_listens_for_all_and_answers_any_name()
    {
        await using var server = await StartAsync(new LabOptions { Urls = ["http://0.0.0.0:0"], Token = "a-long-secret" });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Address.Port}/api/runs?token=a-long-secret");
        request.Headers.Host = "lab.example";
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task A_port_is_a_number_of_16_bits(int port) => await Assert.ThrowsAsync<UserErrorException>(() => StartAsync(new LabOptions { Port = port }));

    [Fact]
    public async Task It_waits_until_it_is_told_to_end()
    {
        await using var server = await StartAsync(new LabOptions { Port = 0 });
        using var stop = new CancellationTokenSource();
        var waiting = server.WaitForShutdownAsync(stop.Token);
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await waiting;
    }

    [Fact]
    public async Task Numbers_come_packed_to_who_can_unpack_them()
    {
        await using var lab = await TestLab.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/objectives/beale/field?columns=91&rows=91");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var packed = await lab.Client.SendAsync(request, TestLab.Ending);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        int whole = (await lab.Client.GetByteArrayAsync(new Uri("/api/objectives/beale/field?columns=91&rows=91", UriKind.Relative), TestLab.Ending)).Length;
        Assert.True((await packed.Content.ReadAsByteArrayAsync(TestLab.Ending)).Length < 0.8 * whole);
    }
}
