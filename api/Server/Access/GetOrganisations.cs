using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access;

/// <summary>An organisation, as it is listed.</summary>
public sealed record OrganisationDetails(Guid Id, long Version, OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections);

/// <summary>The organisations that contracts can be made between. They are names of public bodies and firms, visible to all who act here.</summary>
public static class GetOrganisationsEndpoint
{
    /// <summary>GET /api/organisations?kind=.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/organisations", Handle)
        .Requires(Permission.ReadOrganisations)
        .WithName("getOrganisations")
        .WithTags("Access");

    private static async Task<IReadOnlyList<OrganisationDetails>> Handle(OrganisationKind? kind, Session session, CancellationToken ct)
    {
        var found = kind is { } wanted
            ? await session.Query<Organisation>("WHERE d.kind = $1 ORDER BY d.id", [new NpgsqlParameter<string> { TypedValue = wanted.ToString() }], ct)
            : await session.Query<Organisation>("ORDER BY d.id", [], ct);
        return [.. found.Select(o => new OrganisationDetails(o.Id, o.Version, o.Value.Kind, o.Value.Name, o.Value.CorporateNumber, o.Value.Sections))];
    }
}
