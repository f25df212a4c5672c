using System.Globalization;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.House;

namespace Thalweg.Tests.Descents;

/// <summary>The iris, standardised, and networks on it.</summary>
static class IrisData
{
    static readonly double[][] Rows =
    [
        .. Repository.Read("data/iris.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()),
    ];

    public static (Tensor X, Tensor Y) Load(DType type = DType.Float32)
    {
        var x = Tensor.From([.. Rows.SelectMany(row => row.Take(4))], Rows.Length, 4);
        var y = Tensor.From([.. Rows.Select(row => (int)row[4])]).OneHot(3);
        return (((x - x.Mean(axis: 0)) / x.Std(axis: 0)).Cast(type), y.Cast(type));
    }

    /// <summary>A compiled network with the given numbers of units before the three outputs.</summary>
    public static Sequential Network(string optimizer, DType type, string activation, params int[] units)
    {
        var model = new Sequential([new InputLayer(4)]) { DType = type };
        foreach (var (count, i) in units.Append(3).Select((count, i) => (count, i)))
        {
            model.Add(new Dense(count, i < units.Length ? activation : "softmax") { DType = type, KernelInitializer = new Thalweg.Initializers.GlorotUniform(i + 1) });
        }
        model.Compile(optimizer, "categorical_crossentropy");
        return model;
    }
}
