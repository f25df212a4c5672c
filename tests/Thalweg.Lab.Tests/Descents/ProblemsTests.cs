using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Tests.Descents;

public class ProblemsTests
{
    [Fact]
    public void All_are_of_the_plane_and_have_a_window_with_their_start_or_minimum()
    {
        foreach (string name in Problems.Names)
        {
            var objective = Problems.Find(name);
            Assert.Equal(2, objective.Start.Size);
            Assert.NotEmpty(Problems.Title(name));
            var window = Problems.WindowOf(name);
            Assert.True(window.Left < window.Right && window.Bottom < window.Top, name);
            Assert.All(Problems.Minima(name), minimum => Assert.Equal(2, minimum.Length));
        }
    }

    [Fact]
    public void The_chapters_objective_comes_first_and_is_a_sum_over_twenty_samples()
    {
        Assert.Equal("logistic_regression", Problems.Names.First());
        Assert.Equal(20, Problems.Find("logistic_regression").SampleCount);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are() =>
        Assert.Contains("rosenbrock", Assert.Throws<Refusal>(() => Problems.Find("rosenbock")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_chapters_own_race_starts_where_the_chapters_does_and_takes_its_first_step()
    {
        Assert.Equal([1.0, -3], Problems.StartOf("logistic_regression"));
        var race = new Race(new RaceSettings { Objective = "logistic_regression", Steps = 1, Racers = [new Racer("sgd(learning_rate=0.2)")] });
        race.Step();
        // NumPy's gradient descent on the same points, as recorded with the chapter.
        double[] reached = race.Racers[0].Last.Point.ToArray<double>();
        Assert.Equal(2.047749428811663, reached[0], 1e-12);
        Assert.Equal(-1.9674597860429373, reached[1], 1e-12);
    }
}
