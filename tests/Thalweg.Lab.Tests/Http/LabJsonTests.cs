using System.Text.Json;
using Thalweg.Data;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Http;

public class LabJsonTests
{
    [Fact]
    public void Names_are_in_camel_case_and_numbers_that_are_not_finite_are_null() =>
        Assert.Equal("{\"batchSize\":1.5,\"none\":null,\"many\":[null,2],\"kind\":\"number\"}",
            JsonSerializer.Serialize(new { BatchSize = 1.5, None = double.NaN, Many = new[] { double.PositiveInfinity, 2 }, Kind = ColumnType.Number }, LabJson.Options));

    [Fact]
    public void Null_is_read_as_no_number() => Assert.Equal([1, double.NaN], JsonSerializer.Deserialize<double[]>("[1,null]", LabJson.Options)!);
}
