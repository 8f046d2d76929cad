using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>What is asked for.</summary>
/// <param name="Id">The membership.</param>
/// <param name="On">The first day without it; today where it is left out.</param>
/// <param name="IfMatch">The ETag of the person's record, as it was read.</param>
internal sealed record EndMembershipRequest([property: RouteParam] Guid Id, [property: QueryParam] DateOnly? On, [property: FromHeader("If-Match")] IfMatch IfMatch);

/// <summary>Takes a role in the own organisation back. If-Match is the person's version.</summary>
internal sealed class EndMembershipEndpoint(Writer writer, OrganisationAccess access, OrganisationPeople people) : ApiEndpoint<EndMembershipRequest>
{
    public override void Configure()
    {
        Delete("/memberships/{id:guid}");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(EndMembershipRequest request, CancellationToken ct)
    {
        var found = await writer.Session.Query<Person>("WHERE d.membership_ids @> ARRAY[$1]", [new NpgsqlParameter<Guid> { TypedValue = request.Id }], ct);
        if (found is not [var known] || known.Value.Memberships.First(m => m.Id == request.Id) is not { } membership
            || !access.SeesPeople(membership.OrganisationId) || await people.Fetch(known.Id, ct) is not { } person)
        {
            return Problems.NotFound;
        }

        request.IfMatch.Against(person.Version);
        access.Gives(membership.Role, membership.SectionId).ThrowIfRefused();
        var before = person.Aggregate.Memberships;
        Writer.Record(person, state => PersonDecider.Decide(new EndMembership(request.Id, request.On ?? people.Today), state));
        writer.Session.KeepRoles(before, person.Aggregate.Memberships);
        writer.Session.QueueSql(Invitations.Ending(known.Id));
        return await writer.Save(person, ct);
    }
}
