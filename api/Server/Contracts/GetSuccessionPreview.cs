using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Inbox;

namespace SecurityTracker.Server.Contracts;

/// <summary>What is asked for.</summary>
/// <param name="SectionId">The 課室.</param>
/// <param name="FromPersonId">Who would hand over.</param>
/// <param name="ToPersonId">Who would take over.</param>
/// <param name="On">From which day on.</param>
/// <param name="EndMembership">Whether the predecessor's roles in the 課室 would end on that day.</param>
internal sealed record GetSuccessionPreviewRequest(
    [property: RouteParam] Guid SectionId,
    [property: QueryParam] Guid FromPersonId,
    [property: QueryParam] Guid ToPersonId,
    [property: QueryParam] DateOnly On,
    [property: QueryParam] bool? EndMembership);

/// <summary>A contract that would be handed over.</summary>
internal sealed record SuccessionContract(Guid Id, string Name, string ContractorName);

/// <summary>What waits for the 課室 on these contracts, of one type.</summary>
/// <param name="Type">As in 要対応一覧.</param>
/// <param name="Late">Of these, those whose day has passed.</param>
internal sealed record SuccessionWaiting(string Type, Message Name, int Count, int Late);

/// <summary>A 代理 that the predecessor could no longer use.</summary>
internal sealed record SuccessionDelegation(DateOnly From, DateOnly Until);

/// <summary>What a 異動 would do.</summary>
/// <param name="Roles">The predecessor's roles in the 課室 that would end.</param>
/// <param name="Delegations">The predecessor's 代理 that would end with them.</param>
internal sealed record SuccessionPreview(
    IReadOnlyList<SuccessionContract> Contracts, IReadOnlyList<SuccessionWaiting> Waiting, IReadOnlyList<Role> Roles, IReadOnlyList<SuccessionDelegation> Delegations);

/// <summary>What a 異動 would move, worked out as the act itself would; nothing is changed.</summary>
internal sealed class GetSuccessionPreviewEndpoint(Writer writer, Succession succession, InboxReader inbox, Actor actor, TimeProvider time) : ApiEndpoint<GetSuccessionPreviewRequest>
{
    public override void Configure()
    {
        Get("/sections/{sectionId:guid}/successions/preview");
        Description(route => route
            .Requires(Permission.SucceedOfficers)
            .Reads<SuccessionPreview>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Access"));
    }

    public override async Task<IResult> ExecuteAsync(GetSuccessionPreviewRequest request, CancellationToken ct)
    {
        if (actor.SectionId != request.SectionId)
        {
            return Problems.NotFound;
        }

        var planned = await succession.Plan(new(request.FromPersonId, request.ToPersonId, request.On, request.EndMembership ?? false), ct);
        var waiting = (await inbox.All(InboxQuery.On([.. planned.Contracts.Select(contract => contract.Id)]), ct)).Where(item => item.Awaits is null);
        return new Answer<SuccessionPreview>(new(
            [.. planned.Contracts.Select(contract => new SuccessionContract(contract.Id, contract.Aggregate.Name, contract.Aggregate.Contractor.Name))],
            [
                .. waiting.GroupBy(item => item.Type, StringComparer.Ordinal)
                    .Select(same => new SuccessionWaiting(same.Key, InboxWords.Of(same.Key), same.Count(), same.Count(item => item.IsLate))),
            ],
            [.. planned.Ended.Where(m => m.On is null || m.On > request.On).Select(m => m.Role).Distinct()],
            planned.Ended.Count == 0 ? [] : await Delegations(request, ct)));
    }

    // Who has no role in the 課室 any more decides in nobody's place there.
    private async Task<IReadOnlyList<SuccessionDelegation>> Delegations(GetSuccessionPreviewRequest request, CancellationToken ct)
    {
        var office = await writer.Session.Load<Organisation>(actor.OrganisationId ?? Guid.Empty, ct);
        var last = new[] { request.On, Tokyo.Today(time) }.Max();
        return
        [
            .. (office?.Value.Delegations ?? [])
                .Where(d => d.SectionId == request.SectionId && d.ToPersonId == request.FromPersonId && d.Until >= last)
                .Select(d => new SuccessionDelegation(d.From, d.Until)),
        ];
    }
}
