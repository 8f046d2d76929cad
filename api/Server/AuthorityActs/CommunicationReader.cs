using Npgsql;
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
public sealed record CommunicationDetails(
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
public sealed record CommunicationCan(
    Can ConfirmCommunication, Can ObjectToCommunication, Can CorrectCommunication, Can RecordCommunication, Can DeliverCommunication);

/// <summary>Reads communications inside what the actor sees.</summary>
public sealed class CommunicationReader(
    Session session, Actors actors, PersonalValues values, Histories histories, Editions editions, Openings openings, TargetReader targets, Actor actor, TimeProvider time)
{
    /// <summary>A communication, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<Communication>?> Find(Guid id, CancellationToken ct) => await Query("d.id = $1", id, "", ct) is [var found] ? found : null;

    /// <summary>The communications of a contract, the latest first.</summary>
    public Task<IReadOnlyList<Versioned<Communication>>> OfContract(Guid contractId, CancellationToken ct) =>
        Query("d.contract_id = $1", contractId, "ORDER BY d.act_at DESC, d.id DESC", ct);

    /// <summary>A thread, from its beginning.</summary>
    public Task<IReadOnlyList<Versioned<Communication>>> OfThread(Guid threadId, CancellationToken ct) =>
        Query("d.thread_id = $1", threadId, "ORDER BY d.act_at, (d.id = d.thread_id) DESC, d.id", ct);

    /// <summary>All that happened to a communication that the caller has found.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> History(Guid id, CancellationToken ct) => await histories.Of(await session.FetchStream(id, ct: ct), ct);

    /// <summary>Puts communications of one contract beside who recorded them.</summary>
    public async Task<IReadOnlyList<CommunicationDetails>> Describe(Guid contractId, IReadOnlyList<Versioned<Communication>> found, CancellationToken ct)
    {
        var now = await targets.OfContract(contractId, ct);
        var signatories = await Signatories.Load(actors, ct);
        var names = await values.Load([.. found.Select(f => f.Value.Said!.OfficerName).OfType<PersonalRef>()], ct);
        Guid[] ids = [.. found.Select(f => f.Id)];
        var (events, opened) = (await session.FetchStreams(ids, ct), await openings.Read(ids, ct));
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
            need is null ? null : ActSummary.Words(need.Kind, said.Wording), need?.Reasons ?? [], opened, CanDo(c, events));
    }

    private CommunicationCan CanDo(Communication c, IReadOnlyList<RecordedEvent> events)
    {
        var by = ActSides.Moment(actor, events, opened: true, time.GetUtcNow());
        Can If(ICommunicationCommand command) => Can.If(Permission.Communicate, actor, CommunicationDecider.Decide(command, c, by).Refusal);
        return new(
            If(new ConfirmCommunication()),
            If(new ObjectToCommunication("・")),
            Can.If(Permission.Communicate, actor, c.Said!.RecordedBy == by.Side ? null : AuthorityActRefusals.CorrectionNotYours),
            Can.If(Permission.Communicate, actor),
            If(new DeliverCommunication(Channel.MAIL, by.Now.AddTicks(-(by.Now.Ticks % TimeSpan.TicksPerMinute)), [])));
    }

    private Task<IReadOnlyList<Versioned<Communication>>> Query(string where, Guid id, string order, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        return session.Query<Communication>($"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {where} AND {Visible.To(actor, parameters)} {order}", parameters, ct);
    }
}
