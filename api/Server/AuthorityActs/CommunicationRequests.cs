using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What was said, as a client or another noun sends it.</summary>
/// <param name="Direction">BOTH for a conversation (協議).</param>
/// <param name="ActAt">When; not in the future; now when left out.</param>
/// <param name="OfficerName">Who spoke for the ministry, where a person is worth noting.</param>
/// <param name="InReplyTo">The communication that this one answers.</param>
/// <param name="Consultation">With CONSULT only, and wanted there.</param>
/// <param name="DesignatedOn">The day of a 指定.</param>
internal sealed record CommunicationRequest(
    CommunicationKind Kind,
    Direction Direction,
    ProcedureSubject Subject,
    string Text,
    DateTimeOffset? ActAt = null,
    Channel Channel = Channel.SYSTEM,
    string? OfficerName = null,
    IReadOnlyList<Guid>? FileIds = null,
    Guid? MailFileId = null,
    Guid? InReplyTo = null,
    ConsultationResult? Consultation = null,
    DateOnly? DesignatedOn = null,
    ActTarget? Target = null);

/// <summary>Records communications in a session that the caller saves, so that a review's 協議 and its row are one transaction.</summary>
internal sealed class CommunicationRequests(Writer writer, ActWriter acts, Editions editions, OutsideEvidence evidence, CommunicationReader reader, SectionPresence presence)
{
    private static readonly Refusal ReplyUnknown = new("reply-unknown", RefusalKind.INVALID, new(
        "返信先の連絡が見つかりません。この契約の連絡からお選びください。", "What this answers was not found. Choose a communication of this contract."), "/inReplyTo");

    /// <summary>Records a communication. The caller has found the contract inside the boundary, and saves the session.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="contract">The contract as it stands.</param>
    /// <param name="request">What was said; its target is there, or is made in the same session.</param>
    /// <param name="urgent">第一報.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Guid> Record(Guid contractId, Contract contract, CommunicationRequest request, bool urgent, CancellationToken ct)
    {
        var id = writer.NewId();
        var answered = request.InReplyTo is { } earlier ? await reader.Find(earlier, ct) : null;
        ReplyUnknown.ThrowIf(request.InReplyTo is not null && answered?.Value.Said?.ContractId != contractId);
        acts.NotForAll(request.Subject, contract).ThrowIfRefused();
        var (files, mail, officer) = await evidence.Of(id, contractId, request.FileIds, request.MailFileId, request.OfficerName, ct);
        var edition = await editions.Get(contract.Edition, ct);
        var procedure = request.Subject == ProcedureSubject.OTHER ? null : Procedures.Communication(edition, request.Subject, request.Kind);
        var by = acts.Moment();
        var said = new CommunicationRecorded(
            contractId, request.Kind, request.Direction, request.Subject, contract.Edition, Number: null, RequirementId: null, Wording: "", request.Text,
            acts.Minute(request.ActAt), await ChannelOf(request, by.Side, contract, ct), by.Side, officer?.Ref, files, answered?.Value.Said!.ThreadId ?? id, request.InReplyTo,
            request.Consultation, request.DesignatedOn, request.Target, urgent, mail);
        var decision = CommunicationDecider.Decide(new RecordCommunication(procedure, said, request.OfficerName), Communication.Initial, by);
        decision.Refusal.ThrowIfRefused();
        writer.Session.StartStream<Communication>(id, new StreamScope(contractId, OrganisationId: null), decision.Events);
        return id;
    }

    // This program reaches nobody where the section is not here: then it is written down, and still to be sent.
    private async Task<Channel> ChannelOf(CommunicationRequest request, Side side, Contract contract, CancellationToken ct) =>
        request is { Channel: Channel.SYSTEM, Direction: not Direction.FROM_OFFICER } && side == Side.CONTRACTOR && !await presence.IsHere(contract.Section, ct)
            ? Channel.UNSENT : request.Channel;
}
