using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>What the acts on those who take part share: they move the contract and the firm's part together, and the 幹事法人 alone does them.</summary>
internal sealed class Subcontracting(Writer writer, Actor actor, TimeProvider time)
{
    /// <summary>The day it is in Tokyo.</summary>
    public DateOnly Today => Tokyo.Today(time);

    /// <summary>The contract for writing, with the numbers that can flow down.</summary>
    public async Task<(StreamForWriting<Contract> Contract, IReadOnlyList<int> Known)> Fetch(
        Guid contractId, IfMatch ifMatch, Guid? organisationId, CancellationToken ct)
    {
        var stream = await writer.Fetch<Contract>(contractId, ifMatch, ct);
        stream.Aggregate.NotLead(actor).ThrowIfRefused();
        SubcontractorRefusals.OrganisationUnknown.ThrowIf(organisationId is { } id && (await Known(id, ct)).Count == 0);
        var items = await writer.Session.Query<Obligation>(
            "WHERE d.contract_id = $1 AND d.in_force AND d.reported ORDER BY d.number", [new NpgsqlParameter<Guid> { TypedValue = contractId }], ct);
        return (stream, [.. items.Select(o => o.Value.Number)]);
    }

    /// <summary>Decides on the contract, lets the firm's part follow, and saves both or neither.</summary>
    public async Task<IResult> Save(
        StreamForWriting<Contract> contract, IContractCommand command, Guid subcontractorId, IPartCommand? following, CancellationToken ct, string? location = null)
    {
        Writer.Record(contract, state => ContractDecider.Decide(command, state));
        if (following is not null)
        {
            var part = await writer.Session.FetchForWriting<Part>(StreamId.Part(contract.Id, subcontractorId), ct);
            Writer.Record(part, state => PartDecider.Decide(following, state), new StreamScope(contract.Id, OrganisationId: null));
        }

        return await writer.Save(sequence => new WriteAnswer(location is null ? contract.Id : subcontractorId, contract.Version, sequence), ct,
            location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, location, contract.Version);
    }

    /// <summary>The firms that the actor knows, each with whether it can be named in the contract; none for who names none.</summary>
    public async Task<IReadOnlyList<FirmCandidate>> Firms(Contract contract, CancellationToken ct) =>
        Permission.RegisterSubcontractor.Allows(actor) && contract.NotLead(actor) is null
            ? [.. (await Known(organisationId: null, ct)).Select(firm => new FirmCandidate(
                firm.Id, firm.Value.Name, new(Can.If(Permission.RegisterSubcontractor, actor, contract.NotToTakePart(firm.Id)))))]
            : [];

    private Task<IReadOnlyList<Versioned<Organisation>>> Known(Guid? organisationId, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new() { Value = (object?)organisationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid } };
        var sql = $"WHERE ($1 IS NULL OR d.id = $1) AND d.kind = '{nameof(OrganisationKind.CONTRACTOR)}' AND {Visible.Organisations(actor, parameters)} ORDER BY d.name, d.id";
        return writer.Session.Query<Organisation>(sql, parameters, ct);
    }
}
