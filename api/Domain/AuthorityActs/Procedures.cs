using System.Globalization;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>
/// Which words of the officer, and which communications, an edition asks for. They are data (Procedures.json): each names the
/// places where its sentence may stand, and an edition offers it only if its own text has the sentence there. So an edition that
/// was imported offers exactly what it prints, and ED-A neither 利用承認 (14) nor 指定 (15)⑩).
/// </summary>
public static class Procedures
{
    private const string InFormNotes = "form";
    private const string InTender = "tender";
    private static readonly IReadOnlyList<Entry> Entries = CatalogueData.Read<IReadOnlyList<Entry>>("AuthorityActs/Procedures.json");

    /// <summary>All procedures of an edition, in the order of the items.</summary>
    public static IReadOnlyList<Procedure> Of(AnnexEdition edition) => [.. Entries.Select(entry => Find(entry, edition)).OfType<Procedure>()];

    /// <summary>The procedure of an act, or null where the edition has none.</summary>
    public static Procedure? Act(AnnexEdition edition, ProcedureSubject subject, ActKind? kind) =>
        Entries.Where(e => e.Subject == subject && e.Act is not null && (kind is null || e.Act == kind)).Select(e => Find(e, edition)).FirstOrDefault(p => p is not null);

    /// <summary>The procedure of a communication, or null where the edition has none.</summary>
    public static Procedure? Communication(AnnexEdition edition, ProcedureSubject subject, CommunicationKind kind) =>
        Entries.Where(e => e.Subject == subject && e.Communication == kind).Select(e => Find(e, edition)).FirstOrDefault(p => p is not null);

    /// <summary>
    /// Why someone does not speak for the contractor of this, or null. Each party of a 連名契約 asks, tells and reports in its own name; what
    /// is one for all of them (the 確認書類, the report) the 幹事法人 alone sends.
    /// </summary>
    public static Refusal? NotForAll(ProcedureSubject subject, Contract contract, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(actor);
        return subject is ProcedureSubject.CONFIRMATION_DOCUMENT or ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE or ProcedureSubject.REPORT && actor.Role == Role.CONTRACTOR_OFFICER
            ? contract.NotLead(actor)
            : null;
    }

    /// <summary>The word of a communication that no clause asks for (<see cref="ProcedureSubject.OTHER"/>).</summary>
    public static string WordOf(CommunicationKind kind) => kind switch
    {
        CommunicationKind.PRESENT => "提示",
        CommunicationKind.RE_PRESENT => "再提示",
        CommunicationKind.NOTIFY => "届出",
        CommunicationKind.SUBMIT => "提出",
        CommunicationKind.REPORT => "報告",
        CommunicationKind.INFORM => "情報提供",
        CommunicationKind.PROVE => "証明",
        CommunicationKind.CONSULT => "協議",
        CommunicationKind.SEEK_ADVICE => "相談",
        CommunicationKind.INSTRUCT => "指示",
        CommunicationKind.DESIGNATE => "指定",
        CommunicationKind.SHOW => "示す",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A communication without a word"),
    };

    private static Procedure? Find(Entry entry, AnnexEdition edition) =>
        entry.Places.Select(place => Find(entry, place, edition)).FirstOrDefault(p => p is not null);

    private static Procedure? Find(Entry entry, Place place, AnnexEdition edition)
    {
        var (sentence, source) = place.At switch
        {
            InTender => (place.Anchor, ProcedureSource.TENDER),
            InFormNotes => (edition.Form?.Notes.Select(note => Sentence(note, place.Anchor)).FirstOrDefault(s => s is not null), ProcedureSource.FORM_NOTE),
            _ => (TextAt(edition, place.At) is { } text ? Sentence(text, place.Anchor) : null, ProcedureSource.ANNEX),
        };
        var annex = source == ProcedureSource.ANNEX;
        return sentence is null ? null : new(
            entry.Subject, entry.Act, entry.Communication, entry.Direction, annex ? NumberOf(place.At) : null, annex ? place.At : null,
            place.Word, sentence, source, entry.Approver, entry.Before, entry.StandingPossible, entry.Title);
    }

    private static string? TextAt(AnnexEdition edition, string id)
    {
        var requirement = edition.Requirements.FirstOrDefault(r => r.Id == id.Split('.')[0]);
        return requirement is null || requirement.Id == id ? requirement?.Text : requirement.Statements.FirstOrDefault(s => s.Id == id)?.Text;
    }

    private static int NumberOf(string id) => int.Parse(id.Split(':', '.')[1], CultureInfo.InvariantCulture);

    /// <summary>The sentence around an anchor: up to a 。 or a line break; a 。 inside brackets ends nothing.</summary>
    private static string? Sentence(string text, string anchor)
    {
        var at = text.IndexOf(anchor, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' && depth > 0 ? -1 : 0;
            if (text[i] is not '\n' && (text[i] is not '。' || depth > 0))
            {
                continue;
            }

            depth = text[i] is '\n' ? 0 : depth;
            var end = text[i] is '\n' ? i : i + 1;
            if (end >= at + anchor.Length)
            {
                return text[start..end];
            }

            start = i + 1;
        }

        return text[start..];
    }

    private sealed record Entry(
        ProcedureSubject Subject,
        ActKind? Act,
        CommunicationKind? Communication,
        Direction Direction,
        Approver? Approver,
        bool Before,
        bool StandingPossible,
        Message Title,
        IReadOnlyList<Place> Places);

    private sealed record Place(string At, string Word, string Anchor);
}
