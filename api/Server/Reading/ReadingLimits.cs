
namespace SecurityTracker.Server.Reading;

/// <summary>How many children read and what each may use. The numbers of a refusal (<see cref="ReadingRefusals"/>) are these.</summary>
internal sealed record ReadingLimits
{
    /// <summary>Files that are read at the same time by each kind of child; one person has half of the places at most.</summary>
    public int Places { get; init; } = 2;

    /// <summary>Files of one person that may wait; one more is refused.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>How long after the server's start the first child is started, if no file has asked for it before.</summary>
    public TimeSpan WarmAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The processor time that a file may take.</summary>
    public TimeSpan Work { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The processor time that the pages of a PDF may take.</summary>
    public TimeSpan PdfWork { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The time on the clock that a file may take, where the machine has more to do.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The memory of a child, in bytes, as its parent sees it.</summary>
    public long Memory { get; init; } = 512L * 1024 * 1024;

    /// <summary>The largest answer, in bytes.</summary>
    public int Answer { get; init; } = 64 * 1024 * 1024;

    /// <summary>Files after which a child is replaced.</summary>
    public int Files { get; init; } = 200;
}
