using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Thalweg.Lab.Http;

/// <summary>
/// Who may ask: requests must name this computer (a foreign name that leads here is DNS rebinding), come from the Lab's own
/// pages, and carry the token where there is one. Every answer forbids scripts from elsewhere.
/// </summary>
/// <param name="token">The token; null where only this computer can connect.</param>
/// <param name="names">The names that a request may call this computer by; null for any, which only the token makes safe.</param>
sealed class Guard(string? token, IReadOnlySet<string>? names)
{
    const string Cookie = "thalweg-lab";

    const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The names of this computer for itself.</summary>
    public static IReadOnlySet<string> Loopback { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost", "[::1]" };

    /// <summary>Lets a request through, or answers it.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var request = context.Request;
        if (names is not null && !names.Contains(request.Host.Host))
        {
            await Forbidden(context, $"The request names the host '{request.Host.Host}'; the Lab answers at {string.Join(", ", names)}.").ConfigureAwait(false);
            return;
        }
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request))
        {
            await Forbidden(context, $"The request comes from '{origin}'; the Lab answers its own pages alone.").ConfigureAwait(false);
            return;
        }
        if (token is not null && !IsKnown(request))
        {
            if (!Same(request.Query["token"].ToString()))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await new Refusal(StatusCodes.Status401Unauthorized, "The Lab needs its token: open the address that was printed when it started, with ?token= in it.").WriteAsync(context).ConfigureAwait(false);
                return;
            }
            context.Response.Cookies.Append(Cookie, Kept(token), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/" });
            if (HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !context.WebSockets.IsWebSocketRequest)
            {
                // The address with the secret stays neither in the bar nor in the history.
                context.Response.Redirect(request.Path.HasValue ? request.Path.Value! : "/");
                return;
            }
        }
        await next(context).ConfigureAwait(false);
    }

    /// <summary>Whether an Origin is the address that the request itself went to.</summary>
    static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && string.Equals(from.GetLeftPart(UriPartial.Authority), own.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    bool IsKnown(HttpRequest request) =>
        request.Cookies[Cookie] is { } kept && Equal(kept, Kept(token!));

    bool Same(string given) => Equal(given, token!);

    /// <summary>Takes as long for a nearly right text as for any other: digests are compared, all bytes of them.</summary>
    static bool Equal(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    /// <summary>What the cookie holds: not the token itself, which may be a word that is used elsewhere.</summary>
    static string Kept(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("thalweg-lab/" + token)));

    static Task Forbidden(HttpContext context, string message) => new Refusal(StatusCodes.Status403Forbidden, message).WriteAsync(context);

    /// <summary>Whether only this computer can connect to an address.</summary>
    public static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
