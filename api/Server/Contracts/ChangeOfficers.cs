using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>One 担当職員.</summary>
/// <param name="Post">主 or 副.</param>
/// <param name="From">Since when in charge; the day of the list where it is left out.</param>
public sealed record OfficerRequest(OfficerPost Post, string Name, string? Mail = null, string? Telephone = null, DateOnly? From = null);

/// <summary>All 担当職員 from a day on.</summary>
public sealed record ChangeOfficersRequest(IReadOnlyList<OfficerRequest> Officers, DateOnly From);

/// <summary>Names the 担当職員 (主・副) of a contract from a day on (異動); the lists before stay in the history.</summary>
public static class ChangeOfficersEndpoint
{
    /// <summary>PUT /api/contracts/{id}/officers.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/officers", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("changeOfficers")
        .WithTags("Contracts");

    private static async Task<IResult> Handle(
        Guid id, ChangeOfficersRequest request, IfMatch ifMatch, Acts acts, ContractPeople people, CancellationToken ct)
    {
        var (stream, problem) = await acts.Fetch<Contract>(id, ifMatch, ct);
        if (problem is not null)
        {
            return problem;
        }

        var officers = await people.Officers(acts.Session, id, request, stream!.Aggregate.OfficerLists, ct);
        return Acts.Record(stream, state => ContractDecider.Decide(new ChangeOfficers(officers, request.From), state)) ?? await acts.Save(stream, ct);
    }
}
