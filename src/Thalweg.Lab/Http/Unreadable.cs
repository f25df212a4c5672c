using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Thalweg.Lab.Http;

/// <summary>Requests that the framework can't read, in words for whoever wrote them: its own name types of the program.</summary>
static partial class Unreadable
{
    /// <summary>The refusal of a request that can't be read.</summary>
    public static Refusal Of(BadHttpRequestException fault)
    {
        if (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return new Refusal(fault.StatusCode, "The upload is larger than the Lab accepts. Take fewer rows or columns.");
        if (fault.InnerException is JsonException json)
            return Of(json);
        if (Parameter().Match(fault.Message) is { Success: true } found)
            return Refusal.Bad($"{found.Groups[2].Value} is '{found.Groups[3].Value}'; {Kind(found.Groups[1].Value)} is expected.", found.Groups[2].Value);
        if (fault.Message.Contains("no body was provided", StringComparison.Ordinal))
            return Refusal.Bad("The request has no body: send JSON, as /api/openapi.json describes it.");
        return new Refusal(fault.StatusCode, $"The request can't be read: {fault.Message}");
    }

    /// <summary>The refusal of JSON that is none, or holds something else than is expected.</summary>
    public static Refusal Of(JsonException fault)
    {
        if (Conversion().Match(fault.Message) is { Success: true } found)
        {
            string member = fault.Path is { Length: > 1 } path ? path[1..].TrimStart('.') : "";
            return member.Length == 0
                ? Refusal.Bad("The JSON is something else than is expected: send what /api/openapi.json describes.")
                : Refusal.Bad($"The JSON can't be read: {member} isn't {Kind(found.Groups[1].Value)}.", Field().Match(member).Value);
        }
        return Refusal.Bad(FormattableString.Invariant($"The JSON breaks off or goes wrong in line {fault.LineNumber + 1 ?? 1}, at byte {fault.BytePositionInLine + 1 ?? 1}: look there for a comma, a quotation mark or a bracket."));
    }

    static string Kind(string type) => type switch
    {
        _ when Whole().IsMatch(type) => "a whole number",
        _ when type.Contains("Double", StringComparison.OrdinalIgnoreCase) => "a number",
        _ when type.Contains("Boolean", StringComparison.Ordinal) => "true or false",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "a list as /api/openapi.json describes it",
        _ when type.EndsWith("String", StringComparison.Ordinal) => "a text",
        _ => "what /api/openapi.json describes",
    };

    [GeneratedRegex("""Failed to bind parameter "(\S+) (\w+)" from "(.*)"\.""", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"could not be converted to (\S+)\. Path")]
    private static partial Regex Conversion();

    [GeneratedRegex(@"U?[Ii]nt(16|32|64)?\b|\blong\b")]
    private static partial Regex Whole();

    /// <summary>The name of the first member: changes of <c>changes[2].step</c>.</summary>
    [GeneratedRegex(@"[\p{L}_]\w*")]
    private static partial Regex Field();
}
