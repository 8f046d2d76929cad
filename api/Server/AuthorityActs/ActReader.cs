using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>Reads acts inside what the actor sees.</summary>
public sealed class ActReader(
    Session session, Actors actors, PersonalValues values, Histories histories, Editions editions, DraftReader drafts, Openings openings, TargetReader targets, SectionPresence presence, Actor actor,
    TimeProvider time)
{
    /// <summary>An act, or null where the actor sees none of this id.</summary>
    public async Task<Versioned<AuthorityAct>?> Find(Guid id, CancellationToken ct) =>
        await Query("d.id = $1", id, "", ct) is [var act] ? act : null;

    /// <summary>The acts of a contract, the latest change first; none where the actor sees no such contract.</summary>
    public Task<IReadOnlyList<Versioned<AuthorityAct>>> OfContract(Guid contractId, CancellationToken ct) =>
        Query("d.contract_id = $1", contractId, "ORDER BY d.modified_at DESC, d.id DESC", ct);

    /// <summary>An act with all that is shown of it, or null.</summary>
    public async Task<ActDetails?> Details(Guid id, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } found)
        {
            return null;
        }

        var act = found.Value;
        var (reading, contract, naming) = (session.FetchStream(id, ct: ct), session.Load<Contract>(act.ContractId, ct), Signatories.Load(actors, ct));
        var (events, signatories) = (await reading, await naming);
        var names = await values.Load(ActStory.Names(events), ct);
        var edition = await editions.Get(act.Edition, ct);
        var story = new ActStory(events, act, signatories, names);
        var (on, now) = ((await contract)!.Value, await targets.OfContract(act.ContractId, ct));
        var here = await presence.IsHere(on.Section, ct);
        return new(
            id, found.Version, act.ContractId, on.Name, on.Contractor.Name, here, act.Edition, ActSummary.Of(found, now, Tokyo.Today(time), here),
            Procedures.Act(edition, act.Subject, act.Kind)?.Sentence, act.Content.Text, story.Scope, act.Content.Target, now.VersionOf(act),
            act.Content.Files, story.RequestedAt, story.RequestedBy, story.Decision, story.Records, story.Inquiries, story.Withdrawal, story.Cancellation, story.Uses,
            story.ConditionsKept, story.Corrections, story.Assessments, story.TargetChanges, await histories.Of(events, ct), (await openings.Read([id], ct)).GetValueOrDefault(id) >= found.Version,
            await drafts.Find(id, found.Version, signatories, ct), ActCorrection.Correctable(act, actor.Side), CanDo(act, on, ActSides.Moment(actor, events, opened: true, time.GetUtcNow())));
    }

    // The decider itself says what could be done, asked with something that every field rule lets through.
    private ActCan CanDo(AuthorityAct act, Contract contract, ActMoment by)
    {
        var notForAll = Procedures.NotForAll(act.Subject, contract, actor);
        Can If(Permission permission, IAuthorityActCommand command) => Can.If(permission, actor, notForAll ?? AuthorityActDecider.Decide(command, act, by).Refusal);
        var now = by.Now.AddTicks(-(by.Now.Ticks % TimeSpan.TicksPerMinute));
        return new(
            If(Permission.RequestAct, new ChangeActRequest(act.Content, StandingPossible: true, [])),
            If(Permission.RequestAct, new CancelAct("・")),
            If(Permission.RequestAct, new AnswerAct("・", [])),
            Can.If(Permission.RequestAct, actor, notForAll ?? (act.IsOpen || act.StateOn(by.Today) == ActState.GRANTED ? null : AuthorityActRefusals.NotOpen)),
            If(Permission.RequestAct, new StartUnderAct(by.Today)),
            Can.If(Permission.RequestAct, actor, act is { Content.Mode: ActMode.STANDING, Decision.Outcome: ActOutcome.GRANTED } ? null : ScopeRefusals.NotStanding),
            If(Permission.RequestAct, new KeepCondition(0, by.Today, "・", [])),
            If(Permission.RequestAct, new ChangeActTarget(int.MaxValue, "・")),
            If(Permission.RequestAct, new DeliverAct(Channel.MAIL, now)),
            Can.If(Permission.CorrectAct, actor, ActCorrection.Correctable(act, by.Side).Count > 0 ? null : AuthorityActRefusals.NothingToCorrect),
            If(Permission.DecideAct, new InquireAct("・")),
            If(Permission.DecideAct, new DecideAct(ActOutcome.GRANTED, [], ExpiresOn: null, Reason: null, now)),
            If(Permission.DecideAct, new ConfirmRecord()),
            If(Permission.DecideAct, new ObjectToRecord("・")),
            If(Permission.DecideAct, new WithdrawAct("・", now)),
            If(Permission.DecideAct, new AssessAct("・")));
    }

    private Task<IReadOnlyList<Versioned<AuthorityAct>>> Query(string where, Guid id, string order, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<Guid> { TypedValue = id } };
        return session.Query<AuthorityAct>($"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {where} AND {Visible.To(actor, parameters)} {order}", parameters, ct);
    }
}
