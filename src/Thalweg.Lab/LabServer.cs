using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Thalweg.Lab.Api;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab;

/// <summary>The Lab's web server: descents, trainings and landscapes for a browser on this computer.</summary>
/// <example><code>
/// await using var lab = await LabServer.StartAsync(new LabOptions());
/// Console.WriteLine(lab.Address);      // http://127.0.0.1:5280/
/// await lab.WaitForShutdownAsync();
/// </code></example>
public sealed class LabServer : IAsyncDisposable
{
    const int FirstPort = 5280, PortsTried = 20, MostJsonBytes = 1 << 20;

    readonly WebApplication app;
    readonly LabServices services;

    LabServer(WebApplication app, LabServices services, string? token)
    {
        (this.app, this.services) = (app, services);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address);
        AddressWithToken = token is null ? Address : new Uri(Address, "/?token=" + Uri.EscapeDataString(token));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The address to open first: it carries the token, where there is one.</summary>
    public Uri AddressWithToken { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="options">Where, and with what limits.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="UserErrorException">The port is taken, an address is none, or other computers could connect without a token.</exception>
    public static async Task<LabServer> StartAsync(LabOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var urls = options.Urls.Select(UrlOf).ToArray();
        bool isPublic = !Array.TrueForAll(urls, Guard.IsLoopback);
        if (isPublic && string.IsNullOrWhiteSpace(options.Token))
            throw new UserErrorException($"--urls {string.Join(';', options.Urls)}: other computers could connect; give --token with a secret of your own as well.");
        if (options.Token is { Length: < 8 })
            throw new UserErrorException($"--token: {options.Token.Length} characters are soon guessed; give 8 or more.");
        if (options.Port is < 0 or > 65535)
            throw new UserErrorException($"--port {options.Port}: expected a number from 0 to 65535; 0 is any free one.");

        var services = new LabServices(options);
        try
        {
            return await ListenAsync(options, urls, isPublic, services, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await services.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until it is told to end, or the token says so.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        await services.DisposeAsync().ConfigureAwait(false);
    }

    static async Task<LabServer> ListenAsync(LabOptions options, Uri[] urls, bool isPublic, LabServices services, CancellationToken cancellation)
    {
        int first = options.Port ?? FirstPort;
        for (int port = first; ; port++)
        {
            var app = Build(options, urls.Length > 0 ? [.. urls.Select(url => url.ToString())] : [$"http://127.0.0.1:{port}"], isPublic, services);
            try
            {
                await app.StartAsync(cancellation).ConfigureAwait(false);
                return new LabServer(app, services, options.Token);
            }
            catch (IOException fault) when (IsTaken(fault))
            {
                await app.DisposeAsync().ConfigureAwait(false);
                if (urls.Length > 0)
                    throw new UserErrorException($"--urls {string.Join(';', options.Urls)}: another program listens there; take another port.", fault);
                if (options.Port is not null)
                    throw new UserErrorException($"--port {port}: another program listens there; take another, or leave --port out for the next free one.", fault);
                if (port == first + PortsTried)
                    port = -1;          // then whichever the system has free
            }
            catch
            {
                await app.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    static WebApplication Build(LabOptions options, string[] urls, bool isPublic, LabServices services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(LabServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostJsonBytes;      // tables have a limit of their own
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.MaxConcurrentUpgradedConnections = options.Limits.Sockets;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi(ApiDescription.Configure);
        // Grids of numbers are most of what a page loads, and pack to a third.
        builder.Services.AddResponseCompression(packing => (packing.MimeTypes, packing.EnableForHttps) = (["application/json"], true));
        // What can't be read is answered by Failures, in a sentence, as all that goes wrong.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => LabJson.Configure(json.SerializerOptions));
        // The command writes what there is to say; faults of the server go to the error stream.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);        // a taken port is told in a sentence of ours
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));

        var app = builder.Build();
        var guard = new Guard(options.Token, isPublic ? null : Guard.Loopback);
        app.Use(Translator.InvokeAsync);
        app.Use(guard.InvokeAsync);
        app.UseResponseCompression();
        app.Use(Failures.InvokeAsync);
        app.UseWebSockets();
        app.UseRouting();
        LabApi.Map(app, services);
        app.MapOpenApi("/api/openapi.json");
        app.MapFallback("/api/{**rest}", LabApi.NoSuchPlace);
        app.MapFallback("/{**path}", StaticPages.Embedded().InvokeAsync);        // also what looks like a file
        return app;
    }

    static Uri UrlOf(string text) => Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new UserErrorException($"--urls {text}: expected an address as http://0.0.0.0:8080.");

    static bool IsTaken(Exception fault) => fault.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || fault is AddressInUseException;
}
