using Thalweg.Data;
using Thalweg.Lab.Descents;

namespace Thalweg.Lab.Book.Figures;

/// <summary>The iris flowers that figures of the book learn.</summary>
static class Flowers
{
    /// <summary>Four measurements of each flower, and its species as 0s and a 1; shuffled, always in the same order.</summary>
    public static (Tensor X, Tensor Y) Load()
    {
        var table = Problems.Embedded("iris.csv");
        var flowers = table.Drop(table.Columns[0].Name).Shuffle(seed: 0);       // the first column numbers the rows
        return (flowers.Drop("target").ToTensor(), flowers["target"].ToCategorical());
    }

    /// <summary>Each column with mean 0 and standard deviation 1.</summary>
    public static Tensor Standardize(Tensor x) => (x - x.Mean(axis: 0)) / x.Std(axis: 0);
}
