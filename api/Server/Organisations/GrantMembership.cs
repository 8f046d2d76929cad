using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>A role in the organisation.</summary>
/// <param name="SectionId">Wanted for 担当職員 and 課室長.</param>
/// <param name="From">The first day; today where it is left out.</param>
internal sealed record GrantMembershipRequest(Domain.Role Role, Guid? SectionId = null, DateOnly? From = null);

/// <summary>Gives someone of the own organisation one more role in it. If-Match is the person's version.</summary>
internal sealed class GrantMembershipEndpoint(Writer writer, OrganisationAccess access, OrganisationPeople people) : ApiEndpoint<OnMember<GrantMembershipRequest>>
{
    public override void Configure()
    {
        Post("/organisations/{id:guid}/people/{personId:guid}/memberships");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Writes()
            .Refuses(StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OnMember<GrantMembershipRequest> request, CancellationToken ct)
    {
        if (await access.Own(request.Id, ct) is not { } organisation || await people.Fetch(request.PersonId, ct) is not { } person)
        {
            return Problems.NotFound;
        }

        request.IfMatch.Against(person.Version);
        access.Gives(request.Body.Role, request.Body.SectionId).ThrowIfRefused();
        var command = new GrantMembership(writer.NewId(), request.Id, organisation.Value, request.Body.SectionId, request.Body.Role, request.Body.From ?? people.Today);
        Writer.Record(person, state => PersonDecider.Decide(command, state));
        return await writer.Save(person, ct);
    }
}
