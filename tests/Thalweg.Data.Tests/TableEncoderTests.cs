namespace Thalweg.Data.Tests;

public class TableEncoderTests
{
    static readonly Table Penguins = Table.ReadCsv("data/penguins.csv");

    static string Fault(Func<object> act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    [Fact]
    public void Penguins_become_numbers()
    {
        var encoder = TableEncoder.Fit(Penguins, "species");
        Assert.Equal(TableTask.Classification, encoder.Task);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], encoder.ClassNames);
        Assert.Equal(
            [
                "island=Biscoe", "island=Dream", "island=Torgersen",
                "bill_length_mm", "bill_length_mm (missing)", "bill_depth_mm", "bill_depth_mm (missing)",
                "flipper_length_mm", "flipper_length_mm (missing)", "body_mass_g", "body_mass_g (missing)",
                "sex=female", "sex=male", "sex=(missing)", "year",
            ],
            encoder.FeatureNames);
        Assert.Empty(encoder.Warnings);

        var (x, y) = encoder.Encode(Penguins);
        Assert.Equal((new Shape(344, 15), new Shape(344, 3)), (x.Shape, y.Shape));
        Assert.Equal([0, 0, 1, 39.1f, 0, 18.7f, 0, 181, 0, 3750, 0, 0, 1, 0, 2007], x.ToArray<float>()[..15]);
        Assert.DoesNotContain(float.NaN, x.ToArray<float>());
        Assert.Equal(4201.7544f, x.ToArray<float>()[3 * 15 + 9], 0.001f);      // the fourth penguin was not weighed
        Assert.Equal(1, x.ToArray<float>()[3 * 15 + 10]);
    }

    [Fact]
    public void What_was_found_out_is_told_in_lines() => Assert.Equal(
        [
            "target 'species': classification, 3 classes: Adelie (152 rows), Chinstrap (68 rows), Gentoo (124 rows)",
            "rows: 344",
            "features: 6 numbers from 3 columns",
            "'body_mass_g': number; 2 missing, replaced by the mean 4201.8 and marked in 'body_mass_g (missing)'",
            "'year': number",
            "'island': text, one column for each of 3 levels: Biscoe, Dream, Torgersen",
        ],
        TableEncoder.Fit(Penguins.Select("species", "body_mass_g", "year", "island"), "species").Describe());

    [Theory]
    [InlineData("iris", "target", TableTask.Classification, 3)]
    [InlineData("wine", "target", TableTask.Classification, 3)]
    [InlineData("breast_cancer", "target", TableTask.Classification, 2)]
    [InlineData("digits", "target", TableTask.Classification, 10)]
    [InlineData("diabetes", "target", TableTask.Regression, 0)]
    [InlineData("penguins", "sex", TableTask.Classification, 2)]
    [InlineData("penguins", "body_mass_g", TableTask.Regression, 0)]
    public void The_task_is_found_out(string data, string target, TableTask task, int classes)
    {
        var encoder = TableEncoder.Fit(Table.ReadCsv($"data/{data}.csv"), target);
        Assert.Equal((task, classes), (encoder.Task, encoder.ClassNames.Count));
    }

    [Fact]
    public void Rows_without_a_target_are_left_out_and_counted()
    {
        var encoder = TableEncoder.Fit(Penguins, "sex");
        Assert.Equal(11, encoder.RowsWithoutTarget);
        Assert.Contains("rows: 333, and 11 without a target, left out", encoder.Describe());
        var (x, y) = encoder.Encode(Penguins);
        Assert.Equal((333, 333), (x.Shape[0], y.Shape[0]));
        Assert.Equal(344, encoder.EncodeFeatures(Penguins).Shape[0]);
    }

    [Fact]
    public void Regression_gives_one_column_and_can_be_demanded()
    {
        var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);
        var (_, y) = TableEncoder.Fit(iris, "target", TableTask.Regression).Encode(iris);
        Assert.Equal(new Shape(150, 1), y.Shape);
        Assert.Equal(2, y.ToArray<float>()[^1]);
    }

    [Fact]
    public void Rows_never_seen_are_encoded_by_the_rule_of_the_training()
    {
        var train = new Table(new NumberColumn("n", 1, 3), new TextColumn("c", "a", "b"), new NumberColumn("y", 0.5, 1.5));
        var encoder = TableEncoder.Fit(train, "y");
        var others = new Table(new NumberColumn("n", double.NaN, 5), new TextColumn("c", "z", null));
        Assert.Equal([2f, 0, 0, 5, 0, 0], encoder.EncodeFeatures(others).ToArray<float>());
        Assert.Equal(["n", "c=a", "c=b"], encoder.Features(others).ColumnNames);
    }

    [Fact]
    public void Row_labels_empty_columns_and_constants_are_warned_of()
    {
        var iris = Table.ReadCsv("data/iris.csv")
            .WithColumn(new NumberColumn("none", [.. Enumerable.Repeat(double.NaN, 150)]))
            .WithColumn(new NumberColumn("one", [.. Enumerable.Repeat(1.0, 150)]));
        var encoder = TableEncoder.Fit(iris, "target");
        Assert.Equal(
            [
                "'unnamed_0' has no name in the file and a different whole number in every row: taken for row labels and left out.",
                "'none' has no value in any training row: left out.",
                "'one' is 1 in every training row: it can't tell rows apart.",
            ],
            encoder.Warnings);
        Assert.Equal(5, encoder.FeatureColumns.Count);
        Assert.Equal("one", encoder.FeatureColumns[^1]);
    }

    [Fact]
    public void Faults_of_the_target_say_how_to_mend_them()
    {
        Assert.Contains("Did you mean 'species'?", Fault(() => TableEncoder.Fit(Penguins, "specie")), StringComparison.Ordinal);
        Assert.StartsWith("The target 'species' is 'Adelie' in every row", Fault(() => TableEncoder.Fit(Penguins.Rows(..20), "species")), StringComparison.Ordinal);
        Assert.StartsWith("The target 'species' holds text such as 'Adelie'", Fault(() => TableEncoder.Fit(Penguins, "species", TableTask.Regression)), StringComparison.Ordinal);
        Assert.StartsWith("1 of 1 rows have a value of the target 'species'", Fault(() => TableEncoder.Fit(Penguins.Rows(..1), "species")), StringComparison.Ordinal);
        Assert.StartsWith("No column is left to predict 'species' from", Fault(() => TableEncoder.Fit(Penguins.Select("species"), "species")), StringComparison.Ordinal);
        var adelies = TableEncoder.Fit(Penguins.Where(row => row.Text("species") != "Gentoo"), "species");
        Assert.Contains("'Gentoo', which is none of the classes 'Adelie', 'Chinstrap'", Fault(() => adelies.Encode(Penguins)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lacking_feature_is_answered_with_those_near_it() =>
        Assert.Contains("No column is named 'island'. Did you mean 'islands'?", Fault(() => TableEncoder.Fit(Penguins, "species").EncodeFeatures(Penguins.Rename("island", "islands"))), StringComparison.Ordinal);

    [Fact]
    public void The_rules_come_back_from_JSON()
    {
        var train = Table.ReadCsv(new StringReader("size,colour,wild,kind\n1,red,true,a\n2,,false,b\n,blue,true,a\n4,red,false,b\n"));
        var encoder = TableEncoder.Fit(train, "kind");
        var again = TableEncoder.FromJson(System.Text.Json.Nodes.JsonNode.Parse(encoder.ToJson().ToJsonString())!.AsObject());
        Assert.Equal(encoder.FeatureNames, again.FeatureNames);
        Assert.Equal(encoder.ClassNames, again.ClassNames);
        Assert.Equal(encoder.Encode(train).X.ToArray<float>(), again.Encode(train).X.ToArray<float>());
        Assert.Equal(encoder.Encode(train).Y.ToArray<float>(), again.Encode(train).Y.ToArray<float>());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version": 2, "target": "a", "features": []}""")]
    [InlineData("""{"version": 1, "target": "a", "features": [{"kind": "sound", "column": "b"}]}""")]
    public void Other_JSON_is_refused(string json) =>
        Assert.Throws<FormatException>(() => TableEncoder.FromJson(System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject()));
}
