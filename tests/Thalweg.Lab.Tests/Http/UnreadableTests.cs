using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Thalweg.Lab.Http;
using Thalweg.Lab.Runs;

namespace Thalweg.Lab.Tests.Http;

[Collection(nameof(RandomSeed))]
public class UnreadableTests
{
    [Theory]
    [InlineData("""{"dataset":5}""", "dataset", "The JSON can't be read: dataset isn't a text.")]
    [InlineData("""{"seed":1e300}""", "seed", "The JSON can't be read: seed isn't a whole number.")]
    [InlineData("""{"learningRate":"fast"}""", "learningRate", "The JSON can't be read: learningRate isn't a number.")]
    [InlineData("""{"standardize":"yes"}""", "standardize", "The JSON can't be read: standardize isn't true or false.")]
    [InlineData("""{"tags":"a"}""", "tags", "The JSON can't be read: tags isn't a list as /api/openapi.json describes it.")]
    [InlineData("""{"tags":[1]}""", "tags", "The JSON can't be read: tags[0] isn't a text.")]
    public void A_member_of_another_kind_is_named(string json, string field, string error)
    {
        var refusal = Unreadable.Of(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RunSettings>(json, LabJson.Options)));
        Assert.Equal((400, field, error), (refusal.Status, refusal.Field, refusal.Message));
    }

    [Theory]
    [InlineData("{\n  \"seed\": 1,,\n}", "The JSON breaks off or goes wrong in line 2, at byte 13: look there for a comma, a quotation mark or a bracket.")]
    [InlineData("{\"seed\": 1", "The JSON breaks off or goes wrong in line 1, at byte 11: look there for a comma, a quotation mark or a bracket.")]
    [InlineData("[1]", "The JSON is something else than is expected: send what /api/openapi.json describes.")]
    public void What_is_no_JSON_is_said_with_its_place(string json, string error)
    {
        var refusal = Unreadable.Of(Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RunSettings>(json, LabJson.Options)));
        Assert.Equal((400, null, error), (refusal.Status, refusal.Field, refusal.Message));
        Assert.DoesNotContain("JSON b", Thalweg.Lab.Languages.Translator.French.Say(refusal.Message), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_large_is_told_as_that() =>
        Assert.Equal(413, Unreadable.Of(new BadHttpRequestException("Request body too large.", 413)).Status);

    [Theory]
    [InlineData("GET", "/api/objectives/saddle/field?columns=x", null, 400, "columns", "columns is 'x'; a whole number is expected.")]
    [InlineData("GET", "/api/objectives/saddle/field?x0=left", null, 400, "x0", "x0 is 'left'; a number is expected.")]
    [InlineData("POST", "/api/runs", "", 400, null, "The request has no body: send JSON, as /api/openapi.json describes it.")]
    [InlineData("POST", "/api/diagnose", "null", 400, null, "The request has no body: send JSON, as /api/openapi.json describes it.")]
    [InlineData("POST", "/api/runs", "text", 415, null, "There is no POST /api/runs for a body of type 'text/plain': send JSON, with Content-Type: application/json.")]
    public async Task A_request_is_refused_in_words_for_its_writer(string method, string path, string? body, int status, string? field, string error)
    {
        await using var lab = await TestLab.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, body == "text" ? "text/plain" : "application/json");
        using var answer = await lab.Client.SendAsync(request, TestLab.Ending);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestLab.Ending))!;
        Assert.Equal((status, field, error), ((int)answer.StatusCode, (string?)json["field"], (string)json["error"]!));
    }
}
