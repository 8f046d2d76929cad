using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>One act or communication that the contract's edition asks for.</summary>
/// <param name="Kind">The word of an <c>ActKind</c>, or of a <c>CommunicationKind</c>.</param>
/// <param name="Wording">The word as the edition prints it.</param>
/// <param name="Sentence">The sentence in which it stands.</param>
/// <param name="Can">Whether the actor can ask for it, or record it.</param>
internal sealed record ProcedureDetails(
    ProcedureSubject Subject,
    [property: WordOf(typeof(ActKind), typeof(CommunicationKind))] string Kind,
    bool IsCommunication,
    Direction Direction,
    int? Number,
    string? RequirementId,
    string Wording,
    string Sentence,
    ProcedureSource Source,
    Approver? Approver,
    Message Title,
    bool Before,
    bool StandingPossible,
    Can Can)
{
    /// <summary>A procedure as it is shown to an actor.</summary>
    public static ProcedureDetails Of(Procedure p, Contract contract, Actor actor) => new(
        p.Subject, p.Act?.ToString() ?? p.Communication.ToString()!, p.Act is null, p.Direction, p.Number, p.RequirementId, p.Wording, p.Sentence,
        p.Source, p.Approver, p.Title, p.Before, p.StandingPossible, CanBegin(p, contract, actor));

    // The contractor writes down both sides' words; the officer not the contractor's.
    private static Can CanBegin(Procedure p, Contract contract, Actor actor) => p.Act is not null
        ? Can.If(Permission.RequestAct, actor, Procedures.NotForAll(p.Subject, contract, actor))
        : Can.If(
            Permission.Communicate, actor,
            Procedures.NotForAll(p.Subject, contract, actor)
                ?? (p.Direction == Direction.FROM_CONTRACTOR && actor.Side == Side.OFFICER ? CommunicationRefusals.NotYoursToRecord : null));
}

/// <summary>Which words of the officer, and which communications, a contract's edition asks for.</summary>
internal sealed class GetProceduresEndpoint(ContractReader contracts, Editions editions, Actor actor) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/procedures");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<IReadOnlyList<ProcedureDetails>>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct) =>
        await contracts.Find(request.ContractId, ct) is { } contract
            ? new Answer<IReadOnlyList<ProcedureDetails>>([.. Procedures.Of(await editions.Get(contract.Value.Edition, ct)).Select(p => ProcedureDetails.Of(p, contract.Value, actor))])
            : Problems.NotFound;
}
