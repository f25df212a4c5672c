using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Thalweg.Lab.Http;

/// <summary>Turns what goes wrong in a request into a sentence for the page.</summary>
static class Failures
{
    /// <summary>Lets a request through and answers what it throws.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var refusal = Refusal.Of(fault);
            if (refusal is null)
            {
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Thalweg.Lab").RequestFailed(fault, context.Request.Method, context.Request.Path);
                refusal = new Refusal(StatusCodes.Status500InternalServerError, $"The Lab failed: {fault.Message} What it was doing stands on its error stream; please report it.");
            }
            await refusal.WriteAsync(context).ConfigureAwait(false);
        }
    }
}

/// <summary>What the server writes on the error stream.</summary>
static partial class Log
{
    /// <summary>A request failed by a fault of the Lab.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception fault, string method, string path);
}
