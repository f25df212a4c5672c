using System.Net;
using System.Net.WebSockets;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Http;

public class GuardTests
{
    static async Task<HttpResponseMessage> AskAsync(TestLab lab, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        return await lab.Client.SendAsync(request, TestLab.Ending);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5280")]
    [InlineData("192.168.1.2")]
    public async Task A_foreign_name_for_this_computer_is_refused(string host)
    {
        await using var lab = await TestLab.StartAsync();
        foreach (string path in new[] { "/", "/api/catalog", "/ws" })
        {
            using var answer = await AskAsync(lab, path, request => request.Headers.Host = host);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Its_own_names_are_not()
    {
        await using var lab = await TestLab.StartAsync();
        foreach (string host in new[] { "localhost", "127.0.0.1", "LOCALHOST" })
        {
            using var answer = await AskAsync(lab, "/api/catalog", request => request.Headers.Host = $"{host}:{lab.Server.Address.Port}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://localhost")]
    public async Task Another_page_may_neither_ask_nor_connect(string origin)
    {
        await using var lab = await TestLab.StartAsync();
        using var answer = await AskAsync(lab, "/api/catalog", request => request.Headers.Add("Origin", origin));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(lab.Server.Address) { Scheme = "ws", Path = "/ws" }.Uri, TestLab.Ending));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Its_own_pages_may()
    {
        await using var lab = await TestLab.StartAsync();
        string origin = lab.Server.Address.GetLeftPart(UriPartial.Authority);
        using var answer = await AskAsync(lab, "/api/catalog", request => request.Headers.Add("Origin", origin));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(lab.Server.Address) { Scheme = "ws", Path = "/ws" }.Uri, TestLab.Ending);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_from_elsewhere()
    {
        await using var lab = await TestLab.StartAsync();
        foreach (string path in new[] { "/", "/api/catalog", "/api/nothing", "/missing.js" })
        {
            using var answer = await AskAsync(lab, path, _ => { });
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task With_a_token_nothing_is_answered_without_it()
    {
        await using var lab = await TestLab.StartAsync(token: "a-long-secret");
        foreach (string path in new[] { "/", "/api/catalog", "/api/catalog?token=wrong", "/?token=", "/ws" })
        {
            using var answer = await AskAsync(lab, path, _ => { });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task The_token_is_given_once_and_leaves_the_address()
    {
        await using var lab = await TestLab.StartAsync(token: "a-long-secret");
        Assert.Equal("?token=a-long-secret", lab.Server.AddressWithToken.Query);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = lab.Server.Address };
        using var first = await browser.GetAsync(lab.Server.AddressWithToken, TestLab.Ending);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/", first.Headers.Location!.ToString());
        string cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a-long-secret", cookie, StringComparison.Ordinal);
        using var second = await browser.GetAsync("/api/catalog", TestLab.Ending);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("http://0.0.0.0:1", false)]
    [InlineData("http://192.168.0.3:1", false)]
    [InlineData("http://example.org", false)]
    public void Only_this_computer_can_connect_to_some_addresses(string address, bool expected) => Assert.Equal(expected, Guard.IsLoopback(new Uri(address)));
}
