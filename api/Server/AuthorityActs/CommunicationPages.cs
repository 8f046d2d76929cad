using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication as it is shown.</summary>
/// <param name="RecordedBy">The side that wrote it down: 受注者が記録 where that is the contractor and it came from the officer.</param>
/// <param name="Need">再提示, where the roster that was shown with it (item 4)) is to change; or null.</param>
/// <param name="NeedReasons">What changed.</param>
/// <param name="Opened">Whether the actor has opened it at this version.</param>
internal sealed record CommunicationDetails(
    Guid Id,
    long Version,
    Guid ContractId,
    CommunicationKind Kind,
    Direction Direction,
    ProcedureSubject Subject,
    int? Number,
    string? RequirementId,
    string Wording,
    string? Sentence,
    string Text,
    DateTimeOffset ActAt,
    DateTimeOffset RecordedAt,
    ActedBy By,
    Side RecordedBy,
    Channel Channel,
    string? OfficerName,
    IReadOnlyList<Domain.Files.FileRef> Files,
    Domain.Files.MailProof? Mail,
    Guid ThreadId,
    Guid? InReplyTo,
    ConsultationResult? Consultation,
    DateOnly? DesignatedOn,
    ActTarget? Target,
    bool Urgent,
    CommunicationStatus Status,
    ActedBy? StatusBy,
    DateTimeOffset? StatusAt,
    string? Objection,
    IReadOnlyList<CorrectionDetails> Corrections,
    ActNeed? Need,
    Message? NeedMessage,
    IReadOnlyList<Message> NeedReasons,
    bool Opened,
    CommunicationCan Can);

/// <summary>What the actor could do with a communication, once it is opened.</summary>
internal sealed record CommunicationCan(
    Can ConfirmCommunication, Can ObjectToCommunication, Can CorrectCommunication, Can RecordCommunication, Can DeliverCommunication);

/// <summary>Puts communications beside who recorded them and what became of them, through the eyes of the actor.</summary>
internal sealed class CommunicationPages(
    CommunicationReader communications, Actors actors, PersonalValues values, Editions editions, Openings openings, TargetReader targets, ActPowers powers)
{
    /// <summary>Puts communications of one contract beside who recorded them.</summary>
    public async Task<IReadOnlyList<CommunicationDetails>> Describe(Guid contractId, IReadOnlyList<Versioned<Communication>> found, CancellationToken ct)
    {
        var now = await targets.OfContract(contractId, ct);
        var signatories = await Signatories.Load(actors, ct);
        var names = await values.Load([.. found.Select(f => f.Value.Said!.OfficerName).OfType<PersonalRef>()], ct);
        Guid[] ids = [.. found.Select(f => f.Id)];
        var (events, opened) = (await communications.EventsOf(ids, ct), await openings.Read(ids, ct));
        var described = new List<CommunicationDetails>(found.Count);
        foreach (var one in found)
        {
            described.Add(await Describe(one, [.. events[one.Id]], opened.GetValueOrDefault(one.Id) >= one.Version, now, signatories, names, ct));
        }

        return described;
    }

    private async Task<CommunicationDetails> Describe(
        Versioned<Communication> found, IReadOnlyList<RecordedEvent> events, bool opened, TargetsNow now, Signatories signatories, IReadOnlyDictionary<PersonalRef, string> names, CancellationToken ct)
    {
        var (c, said) = (found.Value, found.Value.Said!);
        var (edition, need) = (await editions.Get(said.Edition, ct), now.NeedOf(found.Id, said.ContractId));
        var status = c.Status == CommunicationStatus.RECORDED ? null : events.LastOrDefault(e => e.Data is CommunicationConfirmed or CommunicationObjected);
        var corrections = from e in events
                          let x = e.Data as CommunicationCorrected
                          where x is not null
                          select new CorrectionDetails(x.Field.ToString(), x.OldValue, x.NewValue, x.Reason, e.RecordedAt.ToUniversalTime(), signatories.Of(e.Headers));
        return new(
            found.Id, found.Version, said.ContractId, said.Kind, said.Direction, said.Subject, said.Number, said.RequirementId, said.Wording,
            Procedures.Communication(edition, said.Subject, said.Kind)?.Sentence, said.Text, said.ActAt, events[0].RecordedAt.ToUniversalTime(),
            signatories.Of(events[0].Headers), said.RecordedBy, said.Channel, said.OfficerName is { } name ? names[name] : null, said.Files, said.Mail, said.ThreadId,
            said.InReplyTo, said.Consultation, said.DesignatedOn, said.Target, said.Urgent, c.Status, status is null ? null : signatories.Of(status.Headers),
            status?.RecordedAt.ToUniversalTime(), c.Objection, [.. corrections], need?.Kind,
            need is null ? null : ActSummary.Words(need.Kind, said.Wording), need?.Reasons ?? [], opened, powers.Of(c, events));
    }
}
