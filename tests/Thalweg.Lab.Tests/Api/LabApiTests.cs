namespace Thalweg.Lab.Tests.Api;

public class LabApiTests
{
    [Fact]
    public async Task The_API_describes_itself()
    {
        await using var lab = await TestLab.StartAsync();
        var paths = (await lab.GetAsync("/api/openapi.json"))["paths"]!.AsObject().Select(pair => pair.Key).ToArray();
        foreach (string path in new[] { "/api/catalog", "/api/objectives/{name}/field", "/api/activations/{name}", "/api/datasets", "/api/datasets/{name}", "/api/runs", "/api/runs/{id}", "/api/runs/{id}/resume", "/api/runs/{id}/export", "/api/export", "/api/book/{name}", "/api/runs/{id}/confusion", "/api/runs/{id}/boundary", "/api/runs/{id}/landscape", "/api/runs/{id}/diagnose", "/api/diagnose" })
            Assert.Contains(path, paths);
    }

    [Theory]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/runs/one", 404)]
    [InlineData("/ws", 400)]
    public async Task What_is_no_address_is_answered_in_words(string path, int status)
    {
        await using var lab = await TestLab.StartAsync();
        var refused = await lab.RefusedAsync(HttpMethod.Get, path);
        Assert.Equal(status, refused.Status);
        Assert.NotEmpty(refused.Error);
    }
}
