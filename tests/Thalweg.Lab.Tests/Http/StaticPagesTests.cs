using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Http;

public class StaticPagesTests
{
    static readonly string Script = string.Concat(Enumerable.Repeat("console.log('thalweg');\n", 100));

    static readonly StaticPages Pages = new(new Dictionary<string, byte[]>
    {
        ["index.html"] = "<!doctype html><title>Lab</title>"u8.ToArray(),
        ["assets/app-1a2b.js"] = Encoding.UTF8.GetBytes(Script),
        ["icon.png"] = [1, 2, 3],
    });

    static async Task<(HttpResponse Answer, byte[] Body)> AskAsync(string path, string? encoding = null, string? tag = null, string method = "GET", StaticPages? pages = null)
    {
        var context = new DefaultHttpContext();
        var body = new MemoryStream();
        context.Response.Body = body;
        (context.Request.Method, context.Request.Path) = (method, path);
        context.Request.Headers.AcceptEncoding = encoding;
        context.Request.Headers.IfNoneMatch = tag;
        await (pages ?? Pages).InvokeAsync(context);
        return (context.Response, body.ToArray());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/descent")]
    [InlineData("/book/optimisation")]
    public async Task Places_inside_the_application_are_its_front_page(string path)
    {
        var (answer, body) = await AskAsync(path);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Equal("<!doctype html><title>Lab</title>", Encoding.UTF8.GetString(body));
        Assert.Equal("no-cache", answer.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/missing.js")]
    [InlineData("/assets/missing-1a2b.css")]
    [InlineData("/../secret.txt")]
    public async Task A_file_that_is_none_is_not_found(string path) => Assert.Equal(404, (await Assert.ThrowsAsync<Refusal>(() => AskAsync(path))).Status);

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Text_is_compressed_as_the_browser_can(string? accepted, string? used)
    {
        var (answer, body) = await AskAsync("/assets/app-1a2b.js", accepted);
        Assert.Equal(used ?? "", answer.Headers.ContentEncoding.ToString());
        using Stream unpacked = used switch { "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress), _ => new MemoryStream(body) };
        Assert.Equal(Script, await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.True(used is null || body.Length < Script.Length / 4);
        Assert.Contains("no-cache", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_are_not_compressed_again() => Assert.Equal([1, 2, 3], (await AskAsync("/icon.png", "br")).Body);

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        string tag = (await AskAsync("/icon.png")).Answer.Headers.ETag.ToString();
        var (answer, body) = await AskAsync("/icon.png", tag: $"\"other\", {tag}");
        Assert.Equal(304, answer.StatusCode);
        Assert.Empty(body);
        Assert.NotEqual(tag, (await AskAsync("/")).Answer.Headers.ETag.ToString());
    }

    [Fact]
    public async Task Pages_are_only_read() => Assert.Equal(405, (await Assert.ThrowsAsync<Refusal>(() => AskAsync("/", method: "POST"))).Status);

    [Fact]
    public async Task A_head_has_no_body() => Assert.Empty((await AskAsync("/", method: "HEAD")).Body);

    [Fact]
    public async Task Without_built_pages_there_is_one_that_says_so() =>
        Assert.Contains("weren't built", Encoding.UTF8.GetString((await AskAsync("/train", pages: new StaticPages(new Dictionary<string, byte[]>()))).Body), StringComparison.Ordinal);

    [Fact]
    public async Task The_server_answers_its_front_page_from_the_assembly()
    {
        await using var lab = await TestLab.StartAsync();
        using var answer = await lab.Client.GetAsync("/runs", TestLab.Ending);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }
}
