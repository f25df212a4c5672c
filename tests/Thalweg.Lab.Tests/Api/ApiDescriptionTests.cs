using System.Text.Json.Nodes;

namespace Thalweg.Lab.Tests.Api;

[Collection(nameof(RandomSeed))]
public class ApiDescriptionTests
{
    static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode description) => description["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!)));

    /// <summary>The schema that a reference leads to.</summary>
    static JsonNode Resolved(JsonNode description, JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? description["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    /// <summary>The schema of an answer, whichever form it has.</summary>
    static JsonNode? Answer(JsonNode operation) =>
        operation["responses"]!["200"]?["content"] is JsonObject forms ? (forms["application/json"] ?? forms.First().Value)?["schema"] : null;

    [Fact]
    public async Task Every_address_says_what_it_is_for_and_what_it_answers()
    {
        await using var lab = await TestLab.StartAsync();
        var description = await lab.GetAsync("/api/openapi.json");
        foreach (var (name, operation) in Operations(description))
        {
            Assert.True((string?)operation["summary"] is { Length: > 10 }, $"{name} has no summary.");
            Assert.True((string?)operation["description"] is { Length: > 10 }, $"{name} has no description.");
            Assert.True(operation["responses"]!["204"] is not null || Answer(operation) is JsonObject { Count: > 0 }, $"{name} has no schema of its answer: {operation["responses"]!.ToJsonString()}");
            Assert.True(operation["responses"]!["400"] is not null, $"{name} doesn't say how it refuses.");
            if (name.StartsWith("POST", StringComparison.Ordinal) && !name.EndsWith("/resume", StringComparison.Ordinal) && !name.EndsWith("{id}/diagnose", StringComparison.Ordinal))
                Assert.True(operation["requestBody"]!["content"]!.AsObject().All(content => content.Value!["schema"] is JsonObject { Count: > 0 }), $"{name} has no schema of its body.");
        }
    }

    [Fact]
    public async Task A_run_can_be_asked_for_in_two_forms()
    {
        await using var lab = await TestLab.StartAsync();
        var description = await lab.GetAsync("/api/openapi.json");
        var forms = description["paths"]!["/api/runs"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["oneOf"]!.AsArray();
        Assert.Equal(2, forms.Count);
        Assert.Contains("dataset", Resolved(description, forms[0]!)["properties"]!.AsObject().Select(pair => pair.Key));
        Assert.Contains("changes", Resolved(description, forms[1]!)["properties"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task Answers_have_the_members_that_are_described()
    {
        await using var lab = await TestLab.StartAsync();
        long run = await lab.TrainedAsync(new { dataset = "iris", layers = "4", epochs = 4, seed = 1, tags = new[] { "a" } });
        long descent = await lab.TrainedAsync(new { kind = "descent", objective = "quadratic", steps = 3, racers = new[] { new { optimizer = "sgd" } } });
        var description = await lab.GetAsync("/api/openapi.json");
        Check("GET /api/catalog", await lab.GetAsync("/api/catalog"));
        Check("GET /api/objectives/{name}/field", await lab.GetAsync("/api/objectives/saddle/field?columns=3&rows=3"));
        Check("GET /api/activations/{name}", await lab.GetAsync("/api/activations/tanh?points=3"));
        Check("GET /api/datasets/{name}", await lab.GetAsync("/api/datasets/iris?rows=2"));
        Check("GET /api/runs", await lab.GetAsync("/api/runs"));
        Check("GET /api/runs/{id}", await lab.GetAsync($"/api/runs/{run}"));
        Check("GET /api/runs/{id}", await lab.GetAsync($"/api/runs/{descent}"));
        Check("GET /api/tags", await lab.GetAsync("/api/tags"));
        Check("GET /api/runs/{id}/confusion", await lab.GetAsync($"/api/runs/{run}/confusion"));
        Check("GET /api/runs/{id}/boundary", await lab.GetAsync($"/api/runs/{run}/boundary?columns=3&rows=3"));
        foreach (string kind in new[] { "slice", "plane", "path" })
            Check("POST /api/runs/{id}/landscape", await lab.PostAsync($"/api/runs/{run}/landscape", new { kind, columns = 3 }));
        Check("POST /api/diagnose", await lab.PostAsync("/api/diagnose", new { dataset = "wine", standardize = false, layers = "4", epochs = 5 }));

        void Check(string name, JsonNode answer) => Compare(name, Answer(Operations(description).Single(one => one.Name == name).Operation)!, answer);

        void Compare(string place, JsonNode schema, JsonNode? value)
        {
            var own = Resolved(description, schema);
            if (own["oneOf"] is JsonArray forms)
                own = Resolved(description, forms.First(form => (string?)form!["type"] != "null")!);
            if (value is JsonObject members && own["properties"] is JsonObject described)
            {
                Assert.Equal((place, string.Join(' ', described.Select(pair => pair.Key).Order(StringComparer.Ordinal))), (place, string.Join(' ', members.Select(pair => pair.Key).Order(StringComparer.Ordinal))));
                foreach (var (key, inner) in members)
                    Compare($"{place}.{key}", described[key]!, inner);
            }
            else if (value is JsonArray items)
            {
                Assert.True(own["items"] is not null, $"{place} isn't described as an array: {own.ToJsonString()}");
                foreach (var item in items.Take(3))
                    Compare(place + "[]", own["items"]!, item);
            }
            else if (value is JsonValue number && number.TryGetValue(out double _))
            {
                Assert.True(own["type"]?.ToJsonString() is { } type && (type.Contains("number", StringComparison.Ordinal) || type.Contains("integer", StringComparison.Ordinal)), $"{place} isn't described as a number: {own.ToJsonString()}");
            }
        }
    }
}
