using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>What a 変更契約 or a 訂正 changes; what is left out stays as it is.</summary>
/// <param name="Contractor">The whole contractor as it is from now on.</param>
/// <param name="Section">The whole section as it is from now on.</param>
internal sealed record ChangesRequest(
    string? Name = null,
    DateOnly? SignedOn = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? EditionCode = null,
    int? EditionRevision = null,
    ContractorRequest? Contractor = null,
    SectionRequest? Section = null);

/// <summary>What the changes of a contract share: it is one for all its parties, and of the contractor's the 幹事法人 alone changes it.</summary>
internal static class ContractChange
{
    /// <summary>Decides on one command and saves, unless the contract is not the actor's to change.</summary>
    public static Task<IResult> ChangeContract(this Writer writer, Guid id, IfMatch ifMatch, Actor actor, IContractCommand command, CancellationToken ct) =>
        writer.DecideOn<Contract>(id, ifMatch, state => state.NotToChange(actor) is { } notTheirs ? Decision.Refuse(notTheirs) : ContractDecider.Decide(command, state), ct);

    /// <summary>Decides and saves 変更契約 or 訂正: the same fields under the same rules, and a change of edition moves the records with it.</summary>
    public static async Task<IResult> Change(
        this Writer writer,
        Guid contractId,
        IfMatch ifMatch,
        ChangesRequest request,
        Func<ChangesInput, IContractCommand> command,
        ContractChangeServices services,
        CancellationToken ct)
    {
        var stream = await writer.Fetch<Contract>(contractId, ifMatch, ct);
        stream.Aggregate.NotToChange(services.Actor).ThrowIfRefused();
        var (changes, edition) = await Input(writer, stream, request, services, ct);
        var before = stream.Aggregate.Edition;
        Writer.Record(stream, state => ContractDecider.Decide(command(changes), state));
        if (edition is not null && stream.Aggregate.Edition != before)
        {
            await EditionChange.Record(writer.Session, stream, await services.Editions.Get(before, ct), edition, ct);
        }

        return await writer.Save(stream, ct);
    }

    private static async Task<(ChangesInput Changes, AnnexEdition? Edition)> Input(
        Writer writer, StreamForWriting<Contract> stream, ChangesRequest request, ContractChangeServices services, CancellationToken ct)
    {
        var state = stream.Aggregate;
        var contractor = request.Contractor is { } c ? services.Parties.Own(c, state.Contractor.OrganisationId) : null;
        if (contractor is not null)
        {
            await services.Parties.Check(contractor, state.Contractor.OrganisationId, ct);
        }

        var section = request.Section is { } s ? await services.Parties.Section(s, state.Section, ct) : null;
        var code = request.EditionCode ?? (request.EditionRevision is null ? null : state.Edition.Code);
        var firm = contractor?.OrganisationId ?? state.Contractor.OrganisationId;
        var edition = code is null ? null : await services.Choice.For(code, request.EditionRevision, firm, state.Edition.Code, ct);
        return (new ChangesInput(
            request.Name, request.SignedOn, request.StartsOn, request.EndsOn,
            edition is null ? null : new EditionRef(edition.Code, edition.Revision),
            contractor is null ? null : await services.People.Contractor(writer.Session, stream.Id, contractor, state.Contractor, ct),
            section is null ? null : await services.People.Section(writer.Session, stream.Id, section, state.Section, ct)), edition);
    }
}

/// <summary>What a change needs beside the store.</summary>
internal sealed record ContractChangeServices(Editions Editions, ContractEditions Choice, Parties Parties, ContractPeople People, Actor Actor);
