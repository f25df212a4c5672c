using System.Net;
using System.Text;

namespace Thalweg.Lab.Tests.Api;

public class DatasetApiTests
{
    static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    [Fact]
    public async Task A_table_comes_back_with_its_columns_and_first_rows()
    {
        await using var lab = await TestLab.StartAsync();
        using var answer = await lab.Client.PostAsync("/api/datasets?name=My%20Table.csv", Csv("size,tame,kind\n1.5,true,cat\n,false,dog\n2,true,cat\n"), TestLab.Ending);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var set = await lab.GetAsync("/api/datasets/my_table?rows=2");
        Assert.Equal(3, (int)set["rows"]!);
        Assert.Equal(["number", "boolean", "text"], set["columns"]!.AsArray().Select(column => (string)column!["kind"]!));
        Assert.Equal(("kind", "classification"), ((string)set["target"]!, (string)set["task"]!));
        Assert.Equal(2, set["preview"]!.AsArray().Count);
        Assert.Null(set["preview"]![1]![0]);
        Assert.Contains("my_table", (await lab.GetAsync("/api/catalog"))["datasets"]!.AsArray().Select(one => (string)one!["name"]!));
    }

    [Fact]
    public async Task A_form_may_carry_it()
    {
        await using var lab = await TestLab.StartAsync();
        using var form = new MultipartFormDataContent { { Csv("a,target\n1,2\n2,3.5\n"), "file", "../../numbers.csv" } };
        using var answer = await lab.Client.PostAsync("/api/datasets", form, TestLab.Ending);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("regression", (string)(await lab.GetAsync("/api/datasets/numbers"))["task"]!);
        Assert.True(File.Exists(Path.Combine(lab.Folder, "datasets", "numbers.csv")));
    }

    [Fact]
    public async Task Too_large_a_table_is_refused_whether_its_length_is_told_or_not()
    {
        await using var lab = await TestLab.StartAsync(new LabLimits { UploadBytes = 1000 });
        string large = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 1000));
        using var told = await lab.Client.PostAsync("/api/datasets", Csv(large), TestLab.Ending);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        using var untold = new HttpRequestMessage(HttpMethod.Post, "/api/datasets") { Content = Csv(large) };
        untold.Headers.TransferEncodingChunked = true;
        using var answer = await lab.Client.SendAsync(untold, TestLab.Ending);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("fewer rows", await answer.Content.ReadAsStringAsync(TestLab.Ending), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,\"2\n")]
    [InlineData("alone\n1\n2\n")]
    public async Task What_is_no_table_is_refused(string text)
    {
        await using var lab = await TestLab.StartAsync();
        using var answer = await lab.Client.PostAsync("/api/datasets", Csv(text), TestLab.Ending);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"error\"", await answer.Content.ReadAsStringAsync(TestLab.Ending), StringComparison.Ordinal);
    }
}
