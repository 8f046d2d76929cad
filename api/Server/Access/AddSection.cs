using SecurityTracker.Domain.Access;

namespace SecurityTracker.Server.Access;

/// <summary>Adds a 課室 to an office.</summary>
internal sealed class AddSectionEndpoint(Acts acts) : ApiEndpoint<OnOrganisation<NewSection>>
{
    public override void Configure()
    {
        Post("/organisations/{id:guid}/sections");
        Description(route => route
            .Requires(Permission.RegisterOrganisation)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnOrganisation<NewSection> request, CancellationToken ct) =>
        acts.DecideOn<Organisation>(request.Id, request.IfMatch, state => OrganisationDecider.Decide(new AddSection(new Section(acts.NewId(), request.Body.Name, request.Body.Mail)), state), ct);
}
