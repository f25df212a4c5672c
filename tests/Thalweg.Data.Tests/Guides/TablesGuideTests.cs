namespace Thalweg.Data.Tests.Guides;

/// <summary>The code of docs/guides/tables.md, run as it stands there.</summary>
[Collection(nameof(RandomSeed))]
public class TablesGuideTests
{
    [Fact]
    public void The_code_of_the_guide_runs()
    {
        var Console = new StringWriter();

        var iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);
        Console.WriteLine(iris);
        Console.WriteLine(iris.Describe());

        var penguins = Table.ReadCsv("data/penguins.csv", new CsvOptions
        {
            Delimiter = ',',
            HasHeader = true,
            MissingValues = ["", "NA", "-999"],
            Types = new Dictionary<string, ColumnType> { ["year"] = ColumnType.Text },
        });

        var waves = Table.From(Enumerable.Range(0, 100).Select(i => new { X = i / 10.0, Y = Math.Sin(i / 10.0) }));

        var heavy = penguins.Where(row => row.Number("body_mass_g") > 4500).Select("species", "sex");
        var first = penguins.Head(3);
        var mass = (NumberColumn)penguins["body_mass_g"];
        double lightest = double.PositiveInfinity;
        foreach (double grams in mass.Values)
        {
            lightest = Math.Min(lightest, double.IsNaN(grams) ? lightest : grams);
        }

        RandomSeed.Set(0);
        var shuffled = iris.Shuffle();
        Tensor y = shuffled["target"].ToCategorical();          // (150, 3), one-hot
        Tensor x = shuffled.Drop("target").ToTensor();          // (150, 4)

        var (train, test) = penguins.Split(0.8, stratify: "species", seed: 1);
        var encoder = TableEncoder.Fit(train, target: "species");
        foreach (var line in encoder.Describe().Concat(encoder.Warnings))
        {
            Console.WriteLine(line);
        }

        var (xTrain, yTrain) = encoder.Encode(train);
        var (xTest, yTest) = encoder.Encode(test);

        var (scaled, scaler) = encoder.Features(train).Standardize();
        Tensor scaledTrain = scaled.ToTensor();
        Tensor scaledTest = scaler.Apply(encoder.Features(test)).ToTensor();

        Assert.Equal((100, 115, 3, 2700), (waves.RowCount, heavy.RowCount, first.RowCount, lightest));
        Assert.Equal((new Shape(150, 4), new Shape(150, 3)), (x.Shape, y.Shape));
        Assert.Equal((new Shape(275, 17), new Shape(275, 3)), (xTrain.Shape, yTrain.Shape));
        Assert.Equal((new Shape(69, 17), new Shape(69, 3)), (xTest.Shape, yTest.Shape));
        Assert.Equal((xTrain.Shape, xTest.Shape), (scaledTrain.Shape, scaledTest.Shape));
        Assert.Contains("target 'species': classification, 3 classes", Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_code_in_the_guide_is_among_those_run()
    {
        var run = File.ReadLines("Guides/TablesGuideTests.cs").Select(line => line.Trim()).ToHashSet();
        var shown = File.ReadAllText("Guides/tables.md").ReplaceLineEndings("\n").Split("```").Where((_, i) => i % 2 == 1)
            .SelectMany(block => block.Split('\n').Skip(1))
            .Select(line => line.Trim());
        Assert.Equal([], shown.Where(line => line.Length > 0).Except(run));
    }
}
