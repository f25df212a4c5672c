using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Thalweg.Lab.Http;

/// <summary>The pages, from memory: with an ETag, compressed, and the front page for every address that is a place inside it.</summary>
/// <param name="files">Contents by path: <c>index.html</c>, <c>assets/index-1a2b.js</c>.</param>
sealed class StaticPages(IReadOnlyDictionary<string, byte[]> files)
{
    const string Front = "index.html", Folder = "wwwroot/";

    static readonly byte[] Placeholder = Encoding.UTF8.GetBytes(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Thalweg Lab</title><body><h1>Thalweg Lab</h1>" +
        "<p>The server runs, but its pages weren't built: run <code>npm ci &amp;&amp; npm run build</code> in src/Thalweg.Lab/web, then build again.</p>" +
        "<p><a href=\"/api/catalog\">What there is</a>, <a href=\"/api/openapi.json\">the API</a></p></body></html>");

    static readonly Dictionary<string, (string Type, bool Compress)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = ("text/html; charset=utf-8", true),
        [".js"] = ("text/javascript; charset=utf-8", true),
        [".css"] = ("text/css; charset=utf-8", true),
        [".json"] = ("application/json; charset=utf-8", true),
        [".webmanifest"] = ("application/manifest+json", true),
        [".map"] = ("application/json; charset=utf-8", true),
        [".svg"] = ("image/svg+xml", true),
        [".txt"] = ("text/plain; charset=utf-8", true),
        [".ttf"] = ("font/ttf", true),
        [".woff2"] = ("font/woff2", false),
        [".woff"] = ("font/woff", false),
        [".png"] = ("image/png", false),
        [".ico"] = ("image/x-icon", false),
        [".gif"] = ("image/gif", false),
        [".wasm"] = ("application/wasm", true),
    };

    readonly ConcurrentDictionary<(string Path, string Encoding), byte[]> packed = new();
    readonly ConcurrentDictionary<string, string> tags = new();

    /// <summary>All files by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>The pages that were built into this assembly.</summary>
    public static StaticPages Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string name in assembly.GetManifestResourceNames())
        {
            string path = name.Replace('\\', '/');      // a build on Windows names folders so
            if (!path.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            files[path[Folder.Length..]] = content;
        }
        return new StaticPages(files);
    }

    /// <summary>Answers a request with a file.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            throw new Refusal(StatusCodes.Status405MethodNotAllowed, $"{context.Request.Method} {context.Request.Path} isn't possible: pages are read with GET.");
        string path = context.Request.Path.Value!.TrimStart('/');
        if (path.Length == 0 || (!files.ContainsKey(path) && !Path.GetFileName(path).Contains('.', StringComparison.Ordinal)))
            path = Front;
        if (!files.TryGetValue(path, out byte[]? content))
            content = path == Front ? Placeholder : throw Refusal.NotFound($"There is no page '/{path}'.");

        var (type, compress) = Types.GetValueOrDefault(Path.GetExtension(path), ("application/octet-stream", false));
        var headers = context.Response.Headers;
        headers.ContentType = type;
        // Names keep from build to build, since the built files are kept in the repository: the tag says whether one has changed.
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        string tag = tags.GetOrAdd(path, _ => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
        headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',').Any(known => known.Trim() == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (compress && BestEncoding(context.Request) is { } encoding)
        {
            content = packed.GetOrAdd((path, encoding), _ => Pack(content, encoding));
            headers.ContentEncoding = encoding;
        }
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The best encoding that the browser understands.</summary>
    static string? BestEncoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(one => one.Quality is null or > 0).Select(one => one.Value.ToString()).ToArray();
        return accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
    }

    static byte[] Pack(byte[] content, string encoding)
    {
        using var into = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(into, CompressionLevel.Optimal) : new GZipStream(into, CompressionLevel.SmallestSize))
            packer.Write(content);
        return into.ToArray();
    }
}
