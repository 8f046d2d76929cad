using System.Text.Json.Serialization;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.Reports.Review;

/// <summary>What an entry of a row's thread is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowThreadKind>))]
public enum RowThreadKind
{
    /// <summary>照会（修正のお願い）.</summary>
    QUERY,

    /// <summary>The contractor's answer.</summary>
    ANSWER,

    /// <summary>確認済, where it closes a query or what a 協議 found insufficient, or carries a comment.</summary>
    CONFIRMATION,

    /// <summary>協議 that found the row insufficient: outcome and measure.</summary>
    INSUFFICIENCY,
}

/// <summary>What an officer without an account said, by what way and when.</summary>
/// <param name="OfficerName">The id of the officer's name among the personal values.</param>
public sealed record SaidOutside(DateOnly On, OutsideChannel Channel, [property: Personal] PersonalRef OfficerName, IReadOnlyList<FileRef> Files);

/// <summary>What happens in the thread of a row.</summary>
public interface IRowThreadEvent : IEvent;

/// <summary>Something was said of a row. The thread stays with the row across the reports of the contract.</summary>
/// <param name="Side">Which side said it.</param>
/// <param name="Outside">Set where the contractor wrote down what the officer said.</param>
public sealed record RowThreadEntryAdded(Guid ReportId, Side Side, RowThreadKind Kind, string? Text, SaidOutside? Outside = null) : IRowThreadEvent;

/// <summary>The thread of one requirement of one contract.</summary>
public sealed record RowThread(IReadOnlyList<RowThreadEntryAdded> Entries)
{
    /// <summary>Nothing said yet.</summary>
    public static RowThread Initial { get; } = new([]);

    /// <summary>The thread after an event.</summary>
    public static RowThread Evolve(RowThread state, IRowThreadEvent e) => e switch
    {
        RowThreadEntryAdded added => new([.. state.Entries, added]),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>What a verdict adds to the thread of its row, or null: a plain confirmation of a row that was neither queried nor found insufficient adds nothing.</summary>
    public static RowThreadEntryAdded? EntryOf(Guid reportId, VerdictGiven given, RowReview? before, SaidOutside? outside) => given switch
    {
        { Verdict: RowVerdict.QUERIED } => new(reportId, Side.OFFICER, RowThreadKind.QUERY, given.Comment, outside),
        { Comment: null } when before is not { Verdict: RowVerdict.QUERIED or RowVerdict.INSUFFICIENT } => null,
        _ => new(reportId, Side.OFFICER, RowThreadKind.CONFIRMATION, given.Comment, outside),
    };
}
