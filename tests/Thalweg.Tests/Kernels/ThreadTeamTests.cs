using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ThreadTeamTests
{
    sealed class Counts(int pieces)
    {
        public readonly int[] Of = new int[pieces];
        public readonly HashSet<int> Threads = [];
    }

    readonly struct Count(Counts counts) : IParallelWork
    {
        public void Run(int piece)
        {
            Interlocked.Increment(ref counts.Of[piece]);
            lock (counts.Threads)
            {
                counts.Threads.Add(Environment.CurrentManagedThreadId);
            }
        }
    }

    readonly struct Nest(Counts counts) : IParallelWork
    {
        public void Run(int piece) => ThreadTeam.Run(10, new Inner(counts, piece));

        readonly struct Inner(Counts counts, int outer) : IParallelWork
        {
            public void Run(int piece) => Interlocked.Increment(ref counts.Of[outer * 10 + piece]);
        }
    }

    readonly struct Fail : IParallelWork
    {
        public void Run(int piece) => Throw(piece);

        static void Throw(int piece)
        {
            if (piece == 5)
            {
                throw new InvalidDataException("piece 5");
            }
        }
    }

    static void With(int threads, Action action)
    {
        Contracts.Widths.Alone(() =>
        {
            var before = ThreadTeam.Count;
            ThreadTeam.Count = threads;
            try
            {
                action();
            }
            finally
            {
                ThreadTeam.Count = before;
            }
        });
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(3, 100)]
    [InlineData(8, 3)]
    [InlineData(2, 0)]
    public void Every_piece_runs_once(int threads, int pieces) => With(threads, () =>
    {
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var counts = new Counts(pieces);
            ThreadTeam.Run(pieces, new Count(counts));
            Assert.All(counts.Of, count => Assert.Equal(1, count));
            Assert.True(counts.Threads.Count <= Math.Max(1, Math.Min(threads, pieces)));
        }
    });

    [Fact]
    public void Several_threads_take_part() => With(2, () =>
    {
        // Another test may have the team at this moment, and then one thread does it all: so not with an event alone.
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var counts = new Counts(2000);
            ThreadTeam.Run(2000, new Count(counts));
            if (counts.Threads.Count == 2)
            {
                return;
            }
            Thread.Sleep(1);
        }
        Assert.Fail("No second thread ever worked.");
    });

    [Fact]
    public void A_piece_may_share_work_itself() => With(3, () =>
    {
        var counts = new Counts(100);
        ThreadTeam.Run(10, new Nest(counts));
        Assert.All(counts.Of, count => Assert.Equal(1, count));
    });

    [Fact]
    public void An_exception_comes_to_the_caller_with_its_own_stack_and_the_team_works_on() => With(2, () =>
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var error = Assert.Throws<InvalidDataException>(() => ThreadTeam.Run(50, new Fail()));
            Assert.Equal("piece 5", error.Message);
            Assert.Contains("Throw", error.StackTrace, StringComparison.Ordinal);
        }
        var counts = new Counts(9);
        ThreadTeam.Run(9, new Count(counts));
        Assert.All(counts.Of, count => Assert.Equal(1, count));
    });

    [Fact]
    public void Several_callers_at_once_wait_for_nobody() => With(2, () =>
        Parallel.For(0, 8, _ =>
        {
            for (var repeat = 0; repeat < 200; repeat++)
            {
                var counts = new Counts(5);
                ThreadTeam.Run(5, new Count(counts));
                Assert.All(counts.Of, count => Assert.Equal(1, count));
            }
        }));

    [Fact]
    public void The_number_of_threads_may_change_while_others_work() => With(2, () =>
    {
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() =>
        {
            for (var count = 1; !stop.IsCancellationRequested; count = count % 4 + 1)
            {
                ThreadTeam.Count = count;
            }
        });
        for (var repeat = 0; repeat < 2000; repeat++)
        {
            var counts = new Counts(12);
            ThreadTeam.Run(12, new Count(counts));
            Assert.All(counts.Of, count => Assert.Equal(1, count));
        }
        stop.Cancel();
        changing.Wait();
    });

    [Fact]
    public void Nothing_is_allocated() => With(2, () =>
    {
        var counts = new Adding();
        ThreadTeam.Run(100, counts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 100; repeat++)
        {
            ThreadTeam.Run(100, counts);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    readonly struct Adding : IParallelWork
    {
        public void Run(int piece)
        {
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" 3 ", 3)]
    public void The_environment_may_choose(string? text, int? expected) => Assert.Equal(expected, ThreadTeam.Chosen(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("all")]
    public void A_choice_that_is_no_number_of_threads_is_refused(string text) =>
        Assert.Contains(text, Assert.Throws<InvalidOperationException>(() => ThreadTeam.Chosen(text)).Message, StringComparison.Ordinal);
}
