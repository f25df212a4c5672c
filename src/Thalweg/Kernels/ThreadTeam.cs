using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Thalweg.Kernels;

/// <summary>
/// The threads that share kernels' work: started once, they wait spinning for a moment and then parked. The caller works
/// too, and hands out pieces one by one, so that a thread that the system holds up delays nobody.
/// </summary>
/// <remarks>
/// Nothing here decides what is computed: pieces are cut by the shapes alone, and each is computed by one thread. A call
/// from within a piece, or while another thread has the team, runs all its pieces itself.
/// </remarks>
static unsafe class ThreadTeam
{
    /// <summary>The environment variable that sets the number of threads.</summary>
    public const string Variable = "THALWEG_THREADS";

    // How often a waiting thread looks for work before it parks: about 50 µs. Kernels of one training step follow each
    // other faster than that, and waking a parked thread takes as long.
    const int SpinsBeforeParking = 2000;

    /// <summary>Set in <see cref="State.Door"/> once no more workers may enter.</summary>
    const long Closed = 1L << 31;

    const long Inside = Closed - 1;

    static readonly Lock Starting = new();
    static readonly object Parking = new();
    static State state = new() { Door = Closed };
    static ExceptionDispatchInfo? failure;
    static int count;
    static int started;
    static int parked;

    /// <summary>How many threads share the work, the caller included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static int Count
    {
        get => count > 0 ? count : count = Limit(Chosen(Environment.GetEnvironmentVariable(Variable)) ?? PhysicalCores.Count);
        set => count = value > 0 ? Limit(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "Work needs at least one thread.");
    }

    /// <summary>The number that the environment variable asks for; nothing where it is unset.</summary>
    /// <exception cref="InvalidOperationException">It isn't a positive whole number.</exception>
    public static int? Chosen(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new InvalidOperationException($"The environment variable {Variable} is '{text}': give a whole number of threads, 1 or more, or leave it unset.");

    /// <summary>Runs the pieces 0 … <paramref name="pieces"/> − 1, and returns when all have run. Allocates nothing.</summary>
    /// <remarks>An exception in a piece ends the work, and is thrown here with its own stack trace; pieces not begun don't run.</remarks>
    public static void Run<W>(int pieces, in W work) where W : struct, IParallelWork
    {
        var threads = Math.Min(Count, pieces);
        if (threads <= 1 || Interlocked.CompareExchange(ref state.Taken, 1, 0) != 0)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                Unsafe.AsRef(in work).Run(piece);
            }
            return;
        }
        // The copy lies on this stack, which outlives the work: other threads may read it through a pointer.
        var shared = work;
        try
        {
            Open(&Call<W>, Unsafe.AsPointer(ref shared), pieces, threads);
            Work();
            Close();
            if (failure is { } first)
            {
                failure = null;
                first.Throw();
            }
        }
        finally
        {
            Volatile.Write(ref state.Taken, 0);
        }
    }

    static void Call<W>(void* work, int piece) where W : struct, IParallelWork => Unsafe.AsRef<W>(work).Run(piece);

    static void Open(delegate*<void*, int, void> call, void* work, int pieces, int threads)
    {
        Start(threads - 1);
        state.Call = call;
        state.Work = work;
        state.Pieces = pieces;
        state.Workers = threads - 1;
        state.Next = 0;
        // The door's upper half counts the jobs: a new number tells the workers that there is one.
        Interlocked.Exchange(ref state.Door, ((state.Door >> 32) + 1) << 32);
        if (Volatile.Read(ref parked) > 0)
        {
            lock (Parking)
            {
                Monitor.PulseAll(Parking);
            }
        }
    }

    /// <summary>Takes pieces until none is left.</summary>
    static void Work()
    {
        try
        {
            int piece;
            while ((piece = Interlocked.Increment(ref state.Next) - 1) < state.Pieces)
            {
                state.Call(state.Work, piece);
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            Interlocked.Exchange(ref state.Next, state.Pieces);
        }
    }

    /// <summary>Lets nobody in any more, and waits for those inside. Workers that haven't woken yet aren't waited for.</summary>
    static void Close()
    {
        Interlocked.Or(ref state.Door, Closed);
        var wait = new SpinWait();
        for (var spins = 0; (Volatile.Read(ref state.Door) & Inside) != 0; spins++)
        {
            if (spins < SpinsBeforeParking)
            {
                Thread.SpinWait(8);
            }
            else
            {
                wait.SpinOnce();
            }
        }
    }

    static void Start(int workers)
    {
        if (Volatile.Read(ref started) >= workers)
        {
            return;
        }
        lock (Starting)
        {
            for (; started < workers; Volatile.Write(ref started, started + 1))
            {
                var index = started;
                new Thread(() => Serve(index)) { IsBackground = true, Name = $"Thalweg {index + 1}" }.UnsafeStart();
            }
        }
    }

    /// <summary>A worker's life: wait for a job, enter while the door is open, work, leave.</summary>
    static void Serve(int index)
    {
        Scratch.Prepare();
        var seen = -1L;
        while (true)
        {
            var door = Await(ref seen);
            while ((door & Closed) == 0 && index < state.Workers)
            {
                var found = Interlocked.CompareExchange(ref state.Door, door + 1, door);
                if (found == door)
                {
                    Work();
                    Interlocked.Decrement(ref state.Door);
                    break;
                }
                door = found;
            }
        }
    }

    /// <summary>The door of a job that this worker hasn't seen.</summary>
    static long Await(ref long seen)
    {
        for (var spins = 0; spins < SpinsBeforeParking; spins++)
        {
            if (IsNew(ref seen, out var door))
            {
                return door;
            }
            Thread.SpinWait(8);
        }
        lock (Parking)
        {
            Interlocked.Increment(ref parked);
            long door;
            while (!IsNew(ref seen, out door))
            {
                Monitor.Wait(Parking);
            }
            Interlocked.Decrement(ref parked);
            return door;
        }
    }

    static bool IsNew(ref long seen, out long door)
    {
        door = Volatile.Read(ref state.Door);
        if (door >> 32 == seen)
        {
            return false;
        }
        seen = door >> 32;
        return (door & Closed) == 0;
    }

    /// <summary>A browser has one thread.</summary>
    static int Limit(int threads) => OperatingSystem.IsBrowser() ? 1 : threads;

    /// <summary>What the threads share. What changes often has cache lines of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    struct State
    {
        [FieldOffset(0)] public int Taken;
        [FieldOffset(128)] public delegate*<void*, int, void> Call;
        [FieldOffset(136)] public void* Work;
        [FieldOffset(144)] public int Pieces;
        [FieldOffset(148)] public int Workers;
        [FieldOffset(256)] public int Next;
        [FieldOffset(384)] public long Door;
    }
}
