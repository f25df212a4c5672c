namespace Thalweg.Lab.Tests.Api;

public class FieldApiTests
{
    [Fact]
    public async Task Values_go_along_rows_from_the_bottom()
    {
        await using var lab = await TestLab.StartAsync();
        // f = x²/2 + 10 y²/2
        var field = await lab.GetAsync("/api/objectives/quadratic/field?columns=3&rows=2&x0=0&x1=2&y0=0&y1=1");
        Assert.Equal([0.0, 0.5, 2, 5, 5.5, 7], field["values"]!.AsArray().Select(value => (double)value!));
        Assert.Equal([0.0, 2], field["x"]!.AsArray().Select(value => (double)value!));
    }

    [Fact]
    public async Task Every_objective_has_a_field()
    {
        await using var lab = await TestLab.StartAsync();
        foreach (string name in Lab.Descents.Problems.Names)
            Assert.Equal(12, (await lab.GetAsync($"/api/objectives/{name}/field?columns=4&rows=3"))["values"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("quadratic", "columns=1", 400, "columns")]
    [InlineData("quadratic", "rows=402", 400, "rows")]
    [InlineData("quadratic", "x0=2&x1=1", 400, "window")]
    [InlineData("quadratic", "columns=many", 400, "columns")]
    [InlineData("nowhere", "", 404, null)]
    public async Task What_is_no_grid_is_refused(string name, string query, int status, string? field)
    {
        await using var lab = await TestLab.StartAsync();
        var (code, error, at) = await lab.RefusedAsync(HttpMethod.Get, $"/api/objectives/{name}/field?{query}");
        Assert.Equal((status, field), (code, at));
        Assert.NotEmpty(error);
    }
}
