using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Thalweg.Lab.Languages;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Http;

/// <summary>A request that can't be met, with the sentence that says why and what to do.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">What was given, what was expected, how to mend it.</param>
/// <param name="setting">The setting that is at fault.</param>
sealed class Refusal(int status, string message, string? setting = null) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The setting that is at fault, where it is one.</summary>
    public string? Field => setting;

    /// <summary>There is no such thing.</summary>
    public static Refusal NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    /// <summary>What was asked for can't be done so.</summary>
    public static Refusal Bad(string message, string? field = null) => new(StatusCodes.Status400BadRequest, message, field);

    /// <summary>The refusal that an exception stands for; null where it is a fault of the Lab itself.</summary>
    public static Refusal? Of(Exception fault) => fault switch
    {
        Refusal refusal => refusal,
        UserErrorException user => OfOption(user.Message),
        BadHttpRequestException bad => Unreadable.Of(bad),
        JsonException json => Unreadable.Of(json),
        ArgumentOutOfRangeException { ActualValue: { } value } range => Bad(string.Create(CultureInfo.InvariantCulture, $"{TrainingData.WithoutParameter(range).Split('\n')[0].TrimEnd()} Given: {value}.")),
        ArgumentException argument => Bad(TrainingData.WithoutParameter(argument)),
        _ => null,
    };

    /// <summary>Writes it as <c>{ error, field }</c>, in the reader's language.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new RefusalAnswer(Translator.Current.Say(Message), setting), LabJson.Options, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Sentences of the command name an option, <c>--batch-size 0: …</c>, which is a field of a page: <c>batchSize</c>.</summary>
    static Refusal OfOption(string message)
    {
        if (!message.StartsWith("--", StringComparison.Ordinal))
            return Bad(message);
        string option = message[2..(message.AsSpan().IndexOfAny(' ', ':') is var end and > 0 ? end : message.Length)];
        return Bad(message[2..], Camel(option));
    }

    /// <summary>An option's name as a field's: batch-size is batchSize.</summary>
    public static string Camel(string option)
    {
        string[] words = option.Split('-');
        return string.Concat(words.Select((word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}

/// <summary>Why a request isn't met.</summary>
/// <param name="Error">What was given, what was expected, how to mend it.</param>
/// <param name="Field">The setting that is at fault, where it is one.</param>
sealed record RefusalAnswer(string Error, string? Field);
