using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>Who decides in the place of the 課室長, from the first day to the last.</summary>
internal sealed record DelegateRequest(Guid ToPersonId, DateOnly From, DateOnly Until);

/// <summary>Lets another officer of the 課室 decide in the place of its head.</summary>
internal sealed class DelegateEndpoint(Writer writer, OrganisationAccess access, OrganisationPeople people, Actor actor) : ApiEndpoint<OnSection<DelegateRequest>>
{
    public override void Configure()
    {
        Post("/organisations/{id:guid}/sections/{sectionId:guid}/delegations");
        Description(route => route
            .Requires(Permission.Delegate)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnSection<DelegateRequest> request, CancellationToken ct)
    {
        var officer = await people.Acts(request.Body.ToPersonId, request.Body.From, new(request.Id, request.SectionId, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD), ct);
        var command = new DelegateSection(writer.NewId(), request.SectionId, actor.PersonId ?? Guid.Empty, request.Body.ToPersonId, request.Body.From, request.Body.Until, officer);
        return await writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, command, ct);
    }
}
