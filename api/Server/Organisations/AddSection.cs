using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>Adds a 課室 to an office.</summary>
internal sealed class AddSectionEndpoint(Writer writer) : ApiEndpoint<OnOrganisation<NewSection>>
{
    public override void Configure()
    {
        Post("/organisations/{id:guid}/sections");
        Description(route => route
            .Requires(Permission.RegisterOrganisation)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnOrganisation<NewSection> request, CancellationToken ct) =>
        writer.DecideOn<Organisation>(request.Id, request.IfMatch, state => OrganisationDecider.Decide(new AddSection(new Section(writer.NewId(), request.Body.Name, request.Body.Mail)), state), ct);
}
