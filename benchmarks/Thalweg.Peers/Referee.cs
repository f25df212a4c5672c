using System.Diagnostics;

namespace Thalweg.Peers;

/// <summary>Times both sides in turns, so that what the machine does besides falls on both alike.</summary>
static class Referee
{
    const double WarmUpSeconds = 1;
    const double SampleSeconds = 0.01;
    const double Seconds = 2;
    const int LeastRounds = 7;
    const int MostRounds = 41;

    /// <summary>Medians of the seconds that one execution takes.</summary>
    public static (double Thalweg, double Torch, int Rounds) Measure(Duel duel)
    {
        var ours = new Side(duel.Thalweg);
        var theirs = new Side(duel.Torch);
        var until = Stopwatch.GetTimestamp() + (long)(Seconds * Stopwatch.Frequency);
        var rounds = 0;
        for (; rounds < LeastRounds || rounds < MostRounds && Stopwatch.GetTimestamp() < until; rounds++)
        {
            ours.Sample();
            theirs.Sample();
        }
        return (ours.Median, theirs.Median, rounds);
    }

    sealed class Side
    {
        readonly Action action;
        readonly int repeats;
        readonly List<double> samples = [];

        public Side(Action action)
        {
            this.action = action;
            var start = Stopwatch.GetTimestamp();
            var calls = 0;
            while (calls < 3 || Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds)
            {
                action();
                calls++;
            }
            start = Stopwatch.GetTimestamp();
            calls = Math.Max(1, calls / 10);
            for (var i = 0; i < calls; i++)
            {
                action();
            }
            repeats = Math.Max(1, (int)(SampleSeconds * calls / Stopwatch.GetElapsedTime(start).TotalSeconds));
        }

        public double Median => samples.Order().ElementAt(samples.Count / 2);

        public void Sample()
        {
            // The other side's threads may still be looking out for work: let them go to sleep (GNU OpenMP spins for about 5 ms).
            Thread.Sleep(20);
            action();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
            {
                action();
            }
            samples.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / repeats);
        }
    }
}
