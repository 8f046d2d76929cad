using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>An organisation, as it is listed.</summary>
internal sealed record OrganisationDetails(Guid Id, long Version, OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections)
{
    /// <summary>An organisation as it is shown.</summary>
    public static OrganisationDetails Of(Versioned<Organisation> o) =>
        new(o.Id, o.Version, o.Value.Kind, o.Value.Name, o.Value.CorporateNumber, o.Value.Sections);
}

/// <summary>An organisation in a list, with what the actor invites its first person as; nothing where that is not the actor's to do.</summary>
internal sealed record ListedOrganisation(
    Guid Id, long Version, OrganisationKind Kind, string Name, string? CorporateNumber, IReadOnlyList<Section> Sections, IReadOnlyList<RoleToGive> RolesToGive);

/// <summary>What is asked for.</summary>
/// <param name="Kind">Of this kind alone.</param>
internal sealed record GetOrganisationsRequest([property: QueryParam] OrganisationKind? Kind);

/// <summary>
/// The organisations that the actor has to do with: offices of the ministry are public; firms only those whose contracts the actor's
/// side shares, so that no contractor learns of another one here. An administrator sees the names of all.
/// </summary>
internal sealed class GetOrganisationsEndpoint(Session session, OrganisationAccess access, Actor actor) : ApiEndpoint<GetOrganisationsRequest>
{
    public override void Configure()
    {
        Get("/organisations");
        Description(route => route
            .Requires(Permission.ReadOrganisations)
            .Produces<IReadOnlyList<ListedOrganisation>>());
    }

    public override async Task<IResult> ExecuteAsync(GetOrganisationsRequest request, CancellationToken ct)
    {
        var parameters = new List<NpgsqlParameter> { new NpgsqlParameter<string> { TypedValue = request.Kind?.ToString() ?? "" } };
        var sql = $"WHERE ($1 = '' OR d.kind = $1) AND {Visible.Organisations(actor, parameters)} ORDER BY d.id";
        var found = await session.Query<Organisation>(sql, parameters, ct);
        var rolesToGive = await access.RolesToGiveFirst(found, ct);
        IReadOnlyList<ListedOrganisation> listed =
        [
            .. found.Select(o => new ListedOrganisation(
                o.Id, o.Version, o.Value.Kind, o.Value.Name, o.Value.CorporateNumber, o.Value.Sections, rolesToGive.GetValueOrDefault(o.Id, []))),
        ];
        return new Answer<IReadOnlyList<ListedOrganisation>>(listed);
    }
}
