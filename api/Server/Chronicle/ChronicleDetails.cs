using System.Text.Json.Serialization;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Chronicle;

/// <summary>What an entry of the 経緯 is about. One that mends something is of the kind of that thing as well.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChronicleKind>))]
internal enum ChronicleKind
{
    CONTRACT,
    PEOPLE,
    OBLIGATION,
    PROCEDURE,
    INQUIRY,
    DOCUMENT,
    REPORT,
    INCIDENT,
    SUBCONTRACTOR,
    FILE,
    CORRECTION,
}

/// <summary>A kind with its name.</summary>
internal sealed record ChronicleKindName(ChronicleKind Kind, Message Name)
{
    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<ChronicleKindName> All { get; } =
    [
        new(ChronicleKind.CONTRACT, new("契約", "Contract")),
        new(ChronicleKind.PEOPLE, new("担当者", "People")),
        new(ChronicleKind.OBLIGATION, new("遵守の記録", "Obligations")),
        new(ChronicleKind.PROCEDURE, new("手続（了承・許可等）", "Procedures")),
        new(ChronicleKind.INQUIRY, new("照会・連絡", "Inquiries and messages")),
        new(ChronicleKind.DOCUMENT, new("確認書類", "Confirmation document")),
        new(ChronicleKind.REPORT, new("報告書", "Reports")),
        new(ChronicleKind.INCIDENT, new("事故", "Incidents")),
        new(ChronicleKind.SUBCONTRACTOR, new("再委託先", "Subcontractors")),
        new(ChronicleKind.FILE, new("ファイル", "Files")),
        new(ChronicleKind.CORRECTION, new("訂正", "Corrections")),
    ];

    /// <summary>What a kind is called.</summary>
    public static Message Of(ChronicleKind kind) => All.First(one => one.Kind == kind).Name;
}

/// <summary>Where an entry leads.</summary>
/// <param name="Noun">What <paramref name="Id"/> is the id of: ACT, COMMUNICATION, CONFIRMATION_DOCUMENT, CONTRACT, FILE, OBLIGATION, PART, PRIOR_REPORT, REPORT.</param>
/// <param name="Number">The number of an item of the contract's edition.</param>
internal sealed record ChroniclePlace(string Noun, Guid Id, int? Number);

/// <summary>One thing that happened.</summary>
/// <param name="Sequence">Tells entries apart.</param>
/// <param name="Kind">What it is about, of several kinds the first.</param>
/// <param name="RecordedAt">The instant (UTC) at which it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Text">What happened, in one sentence.</param>
/// <param name="Place">Where the thing is; null where it has no page any more.</param>
internal sealed record ChronicleEntry(long Sequence, ChronicleKind Kind, DateTimeOffset RecordedAt, ActedBy By, Message Text, ChroniclePlace? Place);

/// <summary>経緯, one page.</summary>
/// <param name="Entries">What happened, the latest first.</param>
/// <param name="Kinds">By what it can be narrowed.</param>
/// <param name="Next">What to ask the page after it with, or null.</param>
internal sealed record ChroniclePage(IReadOnlyList<ChronicleEntry> Entries, IReadOnlyList<ChronicleKindName> Kinds, long? Next);
