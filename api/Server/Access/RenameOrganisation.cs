using SecurityTracker.Domain.Access;

namespace SecurityTracker.Server.Access;

/// <summary>The name from now on.</summary>
public sealed record RenameOrganisationRequest(string Name);

/// <summary>Gives an organisation another name; contracts keep the names they were signed with.</summary>
public static class RenameOrganisationEndpoint
{
    /// <summary>PUT /api/organisations/{id}/name.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/organisations/{id:guid}/name", Handle)
        .Requires(Permission.RegisterOrganisation)
        .Writes()
        .WithName("renameOrganisation")
        .WithTags("Access");

    private static Task<IResult> Handle(Guid id, RenameOrganisationRequest request, IfMatch ifMatch, Acts acts, CancellationToken ct) =>
        acts.DecideOn<Organisation>(id, ifMatch, state => OrganisationDecider.Decide(new RenameOrganisation(request.Name), state), ct);
}
