using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Where commands on acts and communications come in: who acts on which side, has opened what, and stood on the other side before.</summary>
internal sealed class ActWriter(Writer writer, Openings openings, Deciding deciding, Actor actor, TimeProvider time)
{
    /// <summary>Instants are kept to the minute; without one it is now.</summary>
    public DateTimeOffset Minute(DateTimeOffset? at) => Domain.Moment.ToMinute((at ?? time.GetUtcNow()).ToUniversalTime());

    /// <summary>Why the actor does not begin something of this subject, or null.</summary>
    public Refusal? NotForAll(ProcedureSubject subject, Contract contract) => Procedures.NotForAll(subject, contract, actor);

    /// <summary>Who acts on something new.</summary>
    public ActMoment Moment() => ActSides.Moment(actor, [], opened: true, time.GetUtcNow());

    /// <summary>Who acts on a thing that the caller has fetched inside the boundary, as it stands at a version.</summary>
    public async Task<ActMoment> Moment(Guid id, long version, CancellationToken ct)
    {
        var (events, opened) = (writer.Session.FetchStream(id, ct: ct), openings.Has(id, version, ct));
        return ActSides.Moment(actor, await events, await opened, time.GetUtcNow());
    }

    /// <summary>One command on one act.</summary>
    public Task<IResult> Do(Guid id, IfMatch ifMatch, IAuthorityActCommand command, CancellationToken ct) =>
        Do(id, ifMatch, _ => Task.FromResult(command), ct);

    /// <summary>One command on one act, made from the act as it stands.</summary>
    public async Task<IResult> Do(
        Guid id, IfMatch ifMatch, Func<StreamForWriting<AuthorityAct>, Task<IAuthorityActCommand>> command, CancellationToken ct)
    {
        var stream = await writer.Fetch<AuthorityAct>(id, ifMatch, ct);
        var by = await Moment(id, stream.Version, ct);
        var asked = await command(stream);
        // To assess and to mend a slip of one's own is every officer's; to speak for the ministry is not.
        Procedures.NotForAll(stream.Aggregate.Subject, await deciding.ContractOf(stream.Aggregate, ct), actor).ThrowIfRefused();
        if (asked is WithdrawAct or ObjectToRecord or InquireAct)
        {
            (await deciding.Refusal(stream.Aggregate, ct)).ThrowIfRefused();
        }

        Writer.Record(stream, act => AuthorityActDecider.Decide(asked, act, by));
        return await writer.Save(stream, ct);
    }

    /// <summary>The ministry's word on one act: given at once, or drafted (起案) where the section wants two officers to see it.</summary>
    public async Task<IResult> Decide(Guid id, IfMatch ifMatch, IAuthorityActCommand command, CancellationToken ct)
    {
        var stream = await writer.Fetch<AuthorityAct>(id, ifMatch, ct);
        var (act, seen) = (stream.Aggregate, stream.Version);
        var decision = AuthorityActDecider.Decide(command, act, await Moment(id, seen, ct));
        (decision.Refusal ?? await deciding.Refusal(act, ct)).ThrowIfRefused();
        if (DecisionDraft.Of(command, id, act) is not { } drafted || !await deciding.WantsSecondPair(act, ct))
        {
            stream.AppendMany(decision.Events);
            return await writer.Save(sequence => new DecisionAnswer(id, stream.Version, sequence, Drafted: false), ct, version: stream.Version);
        }

        var draft = await writer.Session.FetchForWriting<DecisionDraft>(StreamId.DecisionDraft(id), ct);
        Writer.Record(draft, state => DecisionDraft.Draft(drafted, state), new StreamScope(act.ContractId, OrganisationId: null));
        return await writer.Save(sequence => new DecisionAnswer(id, seen, sequence, Drafted: true), ct, version: seen);
    }

    /// <summary>One command on one communication.</summary>
    public async Task<IResult> Do(Guid id, IfMatch ifMatch, ICommunicationCommand command, CancellationToken ct)
    {
        var stream = await writer.Fetch<Communication>(id, ifMatch, ct);
        var by = await Moment(id, stream.Version, ct);
        Writer.Record(stream, state => CommunicationDecider.Decide(command, state, by));
        return await writer.Save(stream, ct);
    }
}
