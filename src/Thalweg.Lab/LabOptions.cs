namespace Thalweg.Lab;

/// <summary>Where the Lab listens, where it keeps its runs, and how much it takes on.</summary>
public sealed record LabOptions
{
    /// <summary>The port on 127.0.0.1; where it isn't given, the first free one from 5280. 0 is any free one.</summary>
    public int? Port { get; init; }

    /// <summary>Addresses to listen at in place of 127.0.0.1, as http://0.0.0.0:8080; other computers need the <see cref="Token"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The secret that a browser gives once as <c>?token=</c>; a cookie remembers it. Required where another computer can connect.</summary>
    public string? Token { get; init; }

    /// <summary>The folder with runs, checkpoints and uploaded tables; in the user's data folder where it isn't given.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How much the Lab takes on.</summary>
    public LabLimits Limits { get; init; } = new();
}

/// <summary>How much the Lab takes on at once, and of what size.</summary>
public sealed record LabLimits
{
    /// <summary>The most bytes of an uploaded table; 20 MB by default.</summary>
    public long UploadBytes { get; init; } = 20 * 1000 * 1000;

    /// <summary>The most uploaded tables that are kept; 50 by default.</summary>
    public int Uploads { get; init; } = 50;

    /// <summary>The most trainings that go on at once; 4 by default.</summary>
    public int RunningTrainings { get; init; } = 4;

    /// <summary>The most runs that are kept; 1000 by default.</summary>
    public int KeptRuns { get; init; } = 1000;

    /// <summary>How long a training may work, pauses left out; 30 minutes by default.</summary>
    public TimeSpan TrainingTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The most web sockets at once; 256 by default.</summary>
    public int Sockets { get; init; } = 256;

    /// <summary>The most bytes of one message from a page; 64 kB by default.</summary>
    public int MessageBytes { get; init; } = 64 * 1024;
}
