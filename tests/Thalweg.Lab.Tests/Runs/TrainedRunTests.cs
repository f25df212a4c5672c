using System.Text.Json.Nodes;

namespace Thalweg.Lab.Tests.Runs;

[Collection(nameof(RandomSeed))]
public class TrainedRunTests
{
    static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(value => (double)value!)];

    [Fact]
    public async Task The_confusion_matrix_counts_the_rows_that_were_held_back()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(new { dataset = "penguins", layers = "8", epochs = 5, seed = 1 });
        var confusion = await lab.GetAsync($"/api/runs/{id}/confusion");
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], confusion["labels"]!.AsArray().Select(name => (string)name!));
        var counts = confusion["counts"]!.AsArray().Select(row => Numbers(row!)).ToArray();
        Assert.Equal(69, counts.Sum(row => row.Sum()));
        var run = await lab.GetAsync($"/api/runs/{id}");
        Assert.Equal((double)run["summary"]!["valAccuracy"]!, (counts[0][0] + counts[1][1] + counts[2][2]) / 69, 6);
    }

    [Fact]
    public async Task The_boundary_is_in_the_tables_own_units()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(new { dataset = "iris", layers = "8", optimizer = "adam(0.05)", epochs = 20, seed = 1 });
        var boundary = await lab.GetAsync($"/api/runs/{id}/boundary?columns=5&rows=4&fx=petal%20length%20(cm)&fy=3");
        Assert.Equal(["petal length (cm)", "petal width (cm)"], boundary["features"]!.AsArray().Select(name => (string)name!));
        var x = Numbers(boundary["x"]!);
        Assert.InRange(x[0], 0, 1);
        Assert.InRange(x[1], 6.9, 8);
        Assert.Equal(20, boundary["values"]!.AsArray().Count);
        Assert.All(Numbers(boundary["probabilities"]!), part => Assert.InRange(part, 1.0 / 3, 1));
        // Short petals are setosa's, long ones virginica's.
        Assert.Equal((0, 2), ((int)boundary["values"]![0]!, (int)boundary["values"]![19]!));
        Assert.Equal(120, boundary["points"]!.AsArray().Count);
        Assert.Equal(400, (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{id}/boundary?fx=colour")).Status);
        Assert.Equal("fy", (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{id}/boundary?fx=1&fy=1")).Field);
    }

    [Fact]
    public async Task Numbers_have_a_surface_and_no_confusion()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(new { dataset = "wine", target = "alcohol", layers = "4", epochs = 2 });
        Assert.Equal(6, (await lab.GetAsync($"/api/runs/{id}/boundary?columns=3&rows=2"))["values"]!.AsArray().Count);
        Assert.Contains("needs classes", (await lab.RefusedAsync(HttpMethod.Get, $"/api/runs/{id}/confusion")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Landscapes_have_the_trained_loss_in_their_centre()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(new { dataset = "iris", layers = "4", epochs = 6, seed = 1, validation = 0 });
        async Task<JsonNode> Landscape(object request) => await lab.PostAsync($"/api/runs/{id}/landscape", request);

        var plane = await Landscape(new { kind = "plane", columns = 5, rows = 5, span = 0.5, seed = 3 });
        var slice = await Landscape(new { kind = "slice", columns = 3, span = 1, weight = 2 });
        double loss = Numbers(plane["values"]!)[12];
        Assert.Equal(loss, Numbers(slice["values"]!)[1]);
        Assert.Equal(25, plane["values"]!.AsArray().Count);
        Assert.Equal([-0.5, 0.5], Numbers(plane["x"]!));
        Assert.Equal(2, Numbers(slice["x"]!)[1] - Numbers(slice["x"]!)[0], 12);
        Assert.Equal(161, (await Landscape(new { kind = "slice", columns = 161, rows = 1 }))["values"]!.AsArray().Count);
        Assert.Equal(Numbers(plane["values"]!), Numbers((await Landscape(new { kind = "plane", columns = 5, span = 0.5, seed = 3 }))["values"]!));

        var path = await Landscape(new { kind = "path", columns = 4 });
        Assert.Equal((7, 7), (path["path"]!.AsArray().Count, path["distance"]!.AsArray().Count));
        Assert.InRange(Numbers(path["explained"]!).Sum(), 0.5, 1.0000001);
        // The plane goes through the last place of the way.
        Assert.Equal(0, (double)path["distance"]![6]!, 5);

        foreach (var (field, request) in new (string, object)[]
        {
            ("kind", new { kind = "hill" }), ("columns", new { kind = "plane", columns = 1 }), ("columns", new { kind = "plane", columns = 5, rows = 7 }), ("span", new { kind = "plane", span = 0 }), ("weight", new { kind = "slice", weight = 99999 }),
        })
            Assert.Equal(field, (await lab.RefusedAsync(HttpMethod.Post, $"/api/runs/{id}/landscape", request)).Field);
    }

    [Fact]
    public async Task A_way_of_one_epoch_spans_no_plane()
    {
        await using var lab = await TestLab.StartAsync();
        long id = await lab.TrainedAsync(new { dataset = "iris", layers = "4", epochs = 1 });
        Assert.Contains("more epochs", (await lab.RefusedAsync(HttpMethod.Post, $"/api/runs/{id}/landscape", new { kind = "path" })).Error, StringComparison.Ordinal);
        Assert.Equal(404, (await lab.RefusedAsync(HttpMethod.Get, "/api/runs/77/confusion")).Status);
    }
}
