using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>An act of the officer that names a version, as far as it is shown beside it.</summary>
/// <param name="Kind">ACKNOWLEDGE, CONSENT.</param>
/// <param name="Wording">The printed word: 了承, 了解, 同意.</param>
/// <param name="State">REQUESTED, GRANTED …</param>
/// <param name="ActAt">When the word was given, or null.</param>
/// <param name="RecordedBy">OFFICER, CONTRACTOR (受注者が記録), or null.</param>
/// <param name="Confirmed">Whether an officer confirmed what the contractor recorded; null where it was given here.</param>
/// <param name="WaitsToBeSent">Nobody has sent the request so far; it matters where the section is not here.</param>
/// <param name="Word">The word itself, where it was given.</param>
internal sealed record ActOnVersion(
    Guid Id, int Version, string Kind, string Wording, string State, DateTimeOffset? ActAt, string? RecordedBy, bool? Confirmed, bool WaitsToBeSent, WordOnVersion? Word);

/// <summary>
/// Reads which acts name a version of a document. Whether a version is 了承 or 同意 is said nowhere else. Only an act of the same contract
/// counts, and only one for the very file: its target has the SHA-256 of the version's PDF. The caller has found the contract inside the boundary.
/// </summary>
internal sealed class ActsOnVersions(Session session, SectionPresence presence)
{
    private const string OnDocument = """
        WHERE d.contract_id = $1 AND d.target_kind = 'CONFIRMATION_DOCUMENT' AND d.target_id = $2
          AND d.subject IN ('CONFIRMATION_DOCUMENT', 'CONFIRMATION_DOCUMENT_CHANGE') ORDER BY d.id
        """;

    private const string Shown = "WHERE d.contract_id = $1 AND d.kind = 'RE_PRESENT' AND d.subject = 'STAFF_CHANGE'";

    /// <summary>The acts on any version of a document, in the order in which they were asked for.</summary>
    public async Task<IReadOnlyList<ActOnVersion>> Of(Guid documentId, ConfirmationDocument document, CancellationToken ct)
    {
        var found = await session.Query<AuthorityAct>(
            OnDocument, [new NpgsqlParameter<Guid> { TypedValue = document.ContractId }, new NpgsqlParameter<Guid> { TypedValue = documentId }], ct);
        return [.. found.Where(act => IsOnVersion(act.Value, document)).Select(act => OnVersion(act.Id, act.Value, act.Value.Content.Target!.Version))];
    }

    /// <summary>The words on the versions of a document, of all acts of its contract.</summary>
    public static IReadOnlyList<WordOnVersion> Words(Guid documentId, ConfirmationDocument document, IEnumerable<AuthorityAct> acts) =>
    [
        .. acts.Where(act => act.Content.Target is { Kind: TargetKind.CONFIRMATION_DOCUMENT } target && target.Id == documentId
                && act.Subject is ProcedureSubject.CONFIRMATION_DOCUMENT or ProcedureSubject.CONFIRMATION_DOCUMENT_CHANGE && IsOnVersion(act, document))
            .Select(act => WordOf(act, act.Content.Target!.Version)).OfType<WordOnVersion>(),
    ];

    private static bool IsOnVersion(AuthorityAct act, ConfirmationDocument document) =>
        document.Version(act.Content.Target!.Version)?.Files.Any(file => file.Format == DocumentFileFormat.PDF && file.Sha256 == act.Content.Target.Sha256) == true;

    /// <summary>The numbers of the versions that were fixed and not sent: a version becomes 提示済み with the mail that carries it, where the section is not here.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="section">Its section.</param>
    /// <param name="acts">The acts on its versions.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlySet<int>> Unsent(Guid contractId, ResponsibleSection section, IReadOnlyList<ActOnVersion> acts, CancellationToken ct)
    {
        var waiting = acts.Where(act => act.WaitsToBeSent).Select(act => act.Version).ToHashSet();
        var shown = await session.Query<Communication>(Shown, [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        waiting.UnionWith(shown.Where(c => c.Value.Said is { Channel: Channel.UNSENT }).Select(c => c.Value.Said!.Target?.Version).OfType<int>());
        return waiting.Count > 0 && await presence.IsHere(section, ct) ? new HashSet<int>() : waiting;
    }

    private static ActOnVersion OnVersion(Guid id, AuthorityAct act, int version) => new(
        id, version, act.Kind.ToString(), act.Wording, act.State.ToString(), act.Decision?.ActAt,
        act.Decision is not { } decision ? null : decision.Record is null ? "OFFICER" : "CONTRACTOR",
        act.DecidedBy is { } record ? record.Status == RecordStatus.CONFIRMED : null,
        act.WaitsToBeSent,
        WordOf(act, version));

    // A word holds from its day to its last one: that of its expiry, or the day before it was withdrawn.
    private static WordOnVersion? WordOf(AuthorityAct act, int version) => (act.Decision, act.State) switch
    {
        ({ Outcome: ActOutcome.GRANTED } grant, ActState.WITHDRAWN) when act.Withdrawal is { } withdrawal =>
            new(version, Moment.DayOf(grant.ActAt), Moment.DayOf(withdrawal.ActAt).AddDays(-1)),
        ({ Outcome: ActOutcome.GRANTED } grant, ActState.GRANTED) => new(version, Moment.DayOf(grant.ActAt), act.HoldsUntil),
        _ => null,
    };
}
