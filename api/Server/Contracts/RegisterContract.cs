using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>A contract as its parties know it.</summary>
/// <param name="SignedOn">契約締結日; null while in preparation (契約準備中).</param>
/// <param name="EditionRevision">The latest when left out.</param>
/// <param name="Addressee">Whom reports are addressed to, as it will be printed.</param>
/// <param name="NamedNorm">The 統一基準群 that the annex names.</param>
/// <param name="EffectiveNorm">The one in force on the signing date (2) second sentence).</param>
/// <param name="PredecessorId">Last year's contract of the same work.</param>
/// <param name="SectionId">The 課室 here; where it is left out, the office's one of that name.</param>
internal sealed record RegisterContractRequest(
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string EditionCode,
    ContractorRequest Contractor,
    string SectionName,
    string Addressee,
    string NamedNorm,
    DateOnly? SignedOn = null,
    int? EditionRevision = null,
    Guid? OfficeId = null,
    string? OfficeName = null,
    string? SectionMail = null,
    string? EffectiveNorm = null,
    Consortium? Consortium = null,
    Guid? PredecessorId = null,
    Guid? SectionId = null);

/// <summary>Registers a contract and opens a record for each requirement of its edition, all or nothing.</summary>
internal sealed class RegisterContractEndpoint(
    Writer writer, ContractEditions editions, Parties parties, ContractPeople people, ContractReader reader) : ApiEndpoint<Sent<RegisterContractRequest>>
{
    public override void Configure()
    {
        Post("/contracts");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Creates());
    }

    public override async Task<IResult> ExecuteAsync(Sent<RegisterContractRequest> request, CancellationToken ct)
    {
        var id = writer.NewId();
        var contractor = parties.Own(request.Body.Contractor);
        await parties.Check(contractor, before: null, ct);
        var section = await parties.Section(
            new SectionRequest(request.Body.SectionName, request.Body.SectionMail, request.Body.OfficeId, request.Body.OfficeName, request.Body.SectionId), before: null, ct);
        var edition = await editions.For(request.Body.EditionCode, request.Body.EditionRevision, contractor.OrganisationId, held: null, ct);
        var predecessor = await reader.Predecessor(request.Body.PredecessorId, ct);
        var command = new RegisterContract(
            id, request.Body.Name, request.Body.SignedOn, request.Body.StartsOn, request.Body.EndsOn, new EditionRef(edition.Code, edition.Revision),
            await people.Contractor(writer.Session, id, contractor, before: null, ct),
            await people.Section(writer.Session, id, section, before: null, ct),
            request.Body.Addressee, request.Body.NamedNorm, Entered.OrNull(request.Body.EffectiveNorm), request.Body.Consortium, predecessor);
        var decision = ContractDecider.Decide(command, Contract.Initial);
        decision.Refusal.ThrowIfRefused();
        return await Start(writer, id, decision, edition, ct);
    }

    private static Task<IResult> Start(Writer writer, Guid id, Decision decision, AnnexEdition edition, CancellationToken ct)
    {
        var scope = new StreamScope(ContractId: id, OrganisationId: null);
        writer.Session.StartStream<Contract>(id, scope, decision.Events);
        foreach (var open in OpenObligation.Of(id, edition))
        {
            writer.Session.StartStream<Obligation>(
                StreamId.Obligation(id, open.RequirementId), scope, ObligationDecider.Decide(open, Obligation.Initial).Events);
        }

        var version = decision.Events.Count;
        return writer.Save(
            sequence => new WriteAnswer(id, version, sequence), ct, StatusCodes.Status201Created, $"/api/contracts/{id}", version);
    }
}
