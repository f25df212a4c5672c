using System.Globalization;
using Thalweg.Descents;

namespace Thalweg.Lab.Descents;

/// <summary>What a race gave, as curves over its steps: <c>loss/1</c>, <c>gradient_norm/1</c>, <c>x/1</c>, <c>y/1</c> of the first racer, and so on. The start is each curve's first number.</summary>
sealed class RaceCurves
{
    readonly Race race;
    readonly List<Iterate>[] paths;

    /// <summary>Follows a race that stands at its start.</summary>
    public RaceCurves(Race race)
    {
        this.race = race;
        paths = [.. race.Racers.Select(racer => new List<Iterate> { racer.Last })];
        race.Moved = i => paths[i].Add(race.Racers[i].Last);
    }

    /// <summary>The curves by name. That of a racer that diverged is shorter.</summary>
    public OrderedDictionary<string, double[]> Curves
    {
        get
        {
            var curves = new OrderedDictionary<string, double[]>();
            for (int i = 0; i < paths.Length; i++)
            {
                string racer = (i + 1).ToString(CultureInfo.InvariantCulture);
                double[][] points = [.. paths[i].Select(iterate => iterate.Point.Cast(DType.Float64).ToArray<double>())];
                curves[$"loss/{racer}"] = [.. paths[i].Select(iterate => iterate.Cost)];
                curves[$"gradient_norm/{racer}"] = [.. paths[i].Select(iterate => iterate.GradientNorm)];
                curves[$"x/{racer}"] = [.. points.Select(point => point[0])];
                curves[$"y/{racer}"] = [.. points.Select(point => point.Length > 1 ? point[1] : 0)];
            }
            return curves;
        }
    }

    /// <summary>How many steps were taken, how many racers diverged, and which came lowest: its number from 1, its loss and the length of its gradient.</summary>
    public OrderedDictionary<string, double> Summary
    {
        get
        {
            var finished = Enumerable.Range(0, paths.Length).Where(i => !race.Racers[i].IsDiverged).ToArray();
            int best = finished.Length == 0 ? -1 : finished.MinBy(i => race.Racers[i].Last.Cost);
            var last = best < 0 ? null : race.Racers[best].Last;
            return new()
            {
                ["steps"] = paths.Max(path => path.Count) - 1,
                ["loss"] = last?.Cost ?? double.NaN,
                ["gradientNorm"] = last?.GradientNorm ?? double.NaN,
                ["racer"] = best < 0 ? double.NaN : best + 1,
                ["racers"] = paths.Length,
                ["diverged"] = paths.Length - finished.Length,
            };
        }
    }
}
