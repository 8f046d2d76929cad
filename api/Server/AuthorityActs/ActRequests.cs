using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>包括: what it is to reach. A list that is left out or empty limits nothing in its respect.</summary>
/// <param name="People">Names; they are kept outside the events.</param>
internal sealed record ScopeRequest(
    string What,
    DateOnly Until,
    IReadOnlyList<string>? Media = null,
    IReadOnlyList<string>? Purposes = null,
    IReadOnlyList<string>? Places = null,
    IReadOnlyList<string>? People = null);

/// <summary>What is asked for, as a client sends it.</summary>
internal sealed record ActContentRequest(
    string Title,
    string Text,
    ActMode Mode = ActMode.INDIVIDUAL,
    ScopeRequest? Scope = null,
    DateOnly? StartsOn = null,
    DateOnly? StartedOn = null,
    ActTarget? Target = null,
    IReadOnlyList<Guid>? FileIds = null);

/// <summary>Begins acts in a session that the caller saves, so that what is presented and the request for its 了承 are one transaction.</summary>
internal sealed class ActRequests(Writer writer, ActWriter acts, Editions editions, PersonalValues values, KeptFiles files, TargetReader targets)
{
    /// <summary>Begins an act. The caller has found the contract inside the boundary, and saves the session.</summary>
    /// <param name="id">The new act.</param>
    /// <param name="contractId">The contract.</param>
    /// <param name="contract">The contract as it stands.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="kind">Which act, where the subject has several.</param>
    /// <param name="content">What is asked for, its files already known.</param>
    /// <param name="names">The people whom its scope names.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new act's id.</returns>
    public async Task<Guid> Begin(
        Guid id, Guid contractId, Contract contract, ProcedureSubject subject, ActKind? kind, ActRequestContent content, IReadOnlyList<string> names, CancellationToken ct)
    {
        var edition = await editions.Get(contract.Edition, ct);
        var command = new RequestAct(contractId, contract.Edition, Procedures.Act(edition, subject, kind), content, names);
        var decision = AuthorityActDecider.Decide(command, AuthorityAct.Initial, acts.Moment());
        decision.Refusal.ThrowIfRefused();
        writer.Session.StartStream<AuthorityAct>(id, new StreamScope(contractId, OrganisationId: null), decision.Events);
        return id;
    }

    /// <summary>Begins an act from what a client sent.</summary>
    public async Task<Guid> Begin(
        Guid contractId, Contract contract, ProcedureSubject subject, ActKind? kind, ActContentRequest request, CancellationToken ct)
    {
        var id = writer.NewId();
        acts.NotForAll(subject, contract).ThrowIfRefused();
        var content = await Content(id, contractId, request, before: null, ct);
        return await Begin(id, contractId, contract, subject, kind, content, request.Scope?.People ?? [], ct);
    }

    /// <summary>What a client sent, with its files, and its names kept apart; a name that was there before keeps its id.</summary>
    public async Task<ActRequestContent> Content(
        Guid actId, Guid contractId, ActContentRequest request, StandingScope? before, CancellationToken ct)
    {
        var found = await files.Resolve(contractId, request.FileIds, ct);
        (await targets.Refuse(contractId, request.Target, ct)).ThrowIfRefused();
        var scope = request.Scope is not { } s ? null : new StandingScope(
            s.What, s.Media ?? [], s.Purposes ?? [], s.Places ?? [], await Names(actId, s.People ?? [], before?.People ?? [], ct), s.Until);
        return new(request.Title, request.Text, request.Mode, scope, request.StartsOn, request.StartedOn, request.Target, found);
    }

    /// <summary>Names as they are kept: those already known keep their ids, others are new values of the act, under the word for whose they are.</summary>
    public async Task<IReadOnlyList<PersonalRef>> Names(Guid actId, IReadOnlyList<string> names, IReadOnlyList<PersonalRef> known, CancellationToken ct, string field = "name")
    {
        var kept = names.Count == 0 ? [] : (await values.Load([.. known], ct)).ToDictionary(v => v.Key, v => v.Value);
        return [.. names.Select(name => kept.Where(v => v.Value == name).Select(v => (PersonalRef?)v.Key).FirstOrDefault()
            ?? values.Keep(writer.Session, actId, field, name))];
    }
}
