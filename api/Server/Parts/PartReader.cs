using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Domain.Parts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Parts;

/// <summary>What the actor could do for the firm of a part.</summary>
internal sealed record PartSummaryCan(Can Invite);

/// <summary>A part as it is listed: of the contract only what its 再委託先 needs.</summary>
internal sealed record PartSummary(
    Guid Id, long Version, Guid ContractId, string ContractName, string ContractorName, string EditionCode, Guid SubcontractorId, string Name,
    SubcontractorKind Kind, DateOnly StartsOn, DateOnly EndsOn, DateOnly? ClosedOn, int Recorded, int Total, PartSummaryCan Can);

/// <summary>What a 再委託先 says on one requirement, beside the requirement's words.</summary>
/// <param name="EnteredBy">Who entered it, or null while nothing is entered.</param>
/// <param name="FileId">The signed paper it was entered from.</param>
internal sealed record PartRowDetails(
    int Number, string RequirementId, string? Heading, string ClauseText, string? RowText, string? Method, ImplementationStatus? Status, string? Reason,
    EnteredBy? EnteredBy, Guid? FileId);

/// <summary>What the actor could do with a part now.</summary>
internal sealed record PartCan(Can EnterPartRow, Can KeepPartFile);

/// <summary>A part with its rows.</summary>
/// <param name="Files">What was put to the part, as far as the actor sees it: a 再委託先 its own, the contractor all, the ministry what the record names.</param>
/// <param name="PaperWanted">Whether this actor must attach the signed paper.</param>
internal sealed record PartDetails(
    Guid Id, long Version, Guid ContractId, string ContractName, string ContractorName, string EditionCode, Guid SubcontractorId, string Name,
    SubcontractorKind Kind, DateOnly StartsOn, DateOnly EndsOn, DateOnly? ClosedOn, IReadOnlyList<PartRowDetails> Rows, IReadOnlyList<FileDetails> Files, bool PaperWanted, PartCan Can);

/// <summary>Reads parts: a 再委託先 its own, the parties of the contract those of the contract.</summary>
internal sealed class PartReader(Session session, Editions editions, OrganisationAccess access, KeptFiles files, FileShown shown, Actor actor)
{
    /// <summary>The parts that the actor sees, of one contract or of all, in the order in which they began.</summary>
    public async Task<IReadOnlyList<PartSummary>> All(Guid? contractId, CancellationToken ct)
    {
        var summaries = new List<PartSummary>();
        foreach (var part in await Rows(contractId is null ? "true" : "d.contract_id = $1", contractId, ct))
        {
            var contract = await Contract(part, ct);
            summaries.Add(new(
                part.Id, part.Version, part.Value.ContractId, contract.Name, contract.Contractor.Name, contract.Edition.Code, part.Value.SubcontractorId, part.Value.Name,
                part.Value.Kind, contract.StartsOn, contract.EndsOn, part.Value.ClosedOn, part.Value.Recorded, part.Value.Numbers.Count, new(await Invite(part.Value, ct))));
        }

        return summaries;
    }

    /// <summary>A part, or null where the actor sees none of this id.</summary>
    public async Task<PartDetails?> Find(Guid partId, CancellationToken ct)
    {
        if (await Rows("d.id = $1", partId, ct) is not [var part])
        {
            return null;
        }

        var contract = await Contract(part, ct);
        var edition = await editions.Get(contract.Edition, ct);
        var p = part.Value;
        var closed = p.ClosedOn is null ? null : PartRefusals.Closed;
        return new(
            part.Id, part.Version, p.ContractId, contract.Name, contract.Contractor.Name, contract.Edition.Code, p.SubcontractorId, p.Name,
            p.Kind, contract.StartsOn, contract.EndsOn, p.ClosedOn, [.. p.Numbers.Select(number => Row(number, p, contract, edition))],
            await shown.Of(await files.OfPart(part.Id, ct), ct), actor.Role == Role.CONTRACTOR_OFFICER,
            new(Can.If(Permission.EnterPart, actor, closed), Can.If(Permission.KeepPartFiles, actor, closed)));
    }

    private async Task<Can> Invite(Part part, CancellationToken ct) => Can.If(
        Permission.ManagePeople, actor, part.OrganisationId is { } firm && part.ClosedOn is null && await access.InvitesFirst(firm, ct) ? null : PartRefusals.FirmInvites);

    private static PartRowDetails Row(int number, Part part, Contract contract, AnnexEdition edition)
    {
        var requirement = edition.Requirements.FirstOrDefault(r => r.Number == number);
        var extra = contract.ExtraItems.FirstOrDefault(x => x.Number == number);
        var row = part.Rows.FirstOrDefault(r => r.Number == number);
        return new(
            number, requirement?.Id ?? ExtraItem.RequirementId(number), requirement?.Heading, requirement?.Text ?? extra?.Text ?? "",
            edition.Form?.Rows.FirstOrDefault(r => r.Number == number)?.Text ?? extra?.Text, row?.Method, row?.Status, row?.Reason, row?.EnteredBy, row?.FileId);
    }

    // The contract of a part that the actor sees: of it only what a 再委託先 needs is handed on.
    private async Task<Contract> Contract(Versioned<Part> part, CancellationToken ct) => (await session.Load<Contract>(part.Value.ContractId, ct))!.Value;

    private Task<IReadOnlyList<Versioned<Part>>> Rows(string condition, Guid? value, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter>();
        if (value is { } id)
        {
            parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        }

        return session.Query<Part>(
            $"JOIN mt_doc_contract c ON c.id = d.contract_id WHERE {condition} AND {Visible.Parts(actor, parameters)} ORDER BY d.id", parameters, ct);
    }
}
