using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access.SignIn;

namespace SecurityTracker.Server.Access;

/// <summary>A role in the organisation.</summary>
/// <param name="SectionId">Wanted for 担当職員 and 課室長.</param>
/// <param name="From">The first day; today where it is left out.</param>
public sealed record GrantMembershipRequest(Domain.Role Role, Guid? SectionId = null, DateOnly? From = null);

/// <summary>Gives someone of the own organisation one more role in it.</summary>
public static class GrantMembershipEndpoint
{
    /// <summary>POST /api/organisations/{id}/people/{personId}/memberships. If-Match is the person's version.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/organisations/{id:guid}/people/{personId:guid}/memberships", Handle)
        .Requires(Permission.ManagePeople)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("grantMembership")
        .WithTags("Access");

    private static async Task<IResult> Handle(
        Guid id, Guid personId, GrantMembershipRequest request, IfMatch ifMatch, Acts acts, OrganisationAccess access, OrganisationPeople people, CancellationToken ct)
    {
        if (await access.Own(id, ct) is not { } organisation || await people.Fetch(personId, ct) is not { } person)
        {
            return Problems.NotFound;
        }

        if (ifMatch.Against(person.Version) is { } problem)
        {
            return problem;
        }

        var command = new GrantMembership(acts.NewId(), id, organisation.Value, request.SectionId, request.Role, request.From ?? people.Today);
        return access.Gives(request.Role, request.SectionId) is { } refusal
            ? Problems.From(refusal)
            : Acts.Record(person, state => PersonDecider.Decide(command, state)) ?? await acts.Save(person, ct);
    }
}

/// <summary>Takes a role in the own organisation back.</summary>
public static class EndMembershipEndpoint
{
    /// <summary>DELETE /api/memberships/{id}?on=yyyy-MM-dd (the first day without it; today where it is left out). If-Match is the person's version.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/memberships/{id:guid}", Handle)
        .Requires(Permission.ManagePeople)
        .RequiresRecentSignIn()
        .Writes()
        .Refuses(StatusCodes.Status409Conflict)
        .WithName("endMembership")
        .WithTags("Access");

    private static async Task<IResult> Handle(
        Guid id, DateOnly? on, IfMatch ifMatch, Acts acts, OrganisationAccess access, OrganisationPeople people, CancellationToken ct)
    {
        var found = await acts.Session.Query<Person>("WHERE d.membership_ids @> ARRAY[$1]", [new NpgsqlParameter<Guid> { TypedValue = id }], ct);
        if (found is not [var known] || known.Value.Memberships.First(m => m.Id == id) is not { } membership
            || !access.SeesPeople(membership.OrganisationId) || await people.Fetch(known.Id, ct) is not { } person)
        {
            return Problems.NotFound;
        }

        if (ifMatch.Against(person.Version) is { } problem)
        {
            return problem;
        }

        var before = person.Aggregate.Memberships;
        var refused = access.Gives(membership.Role, membership.SectionId) is { } refusal
            ? Problems.From(refusal)
            : Acts.Record(person, state => PersonDecider.Decide(new EndMembership(id, on ?? people.Today), state));
        if (refused is not null)
        {
            return refused;
        }

        acts.Session.KeepRoles(before, person.Aggregate.Memberships);
        acts.Session.QueueSql(Invitations.Ending(known.Id));
        return await acts.Save(person, ct);
    }
}
