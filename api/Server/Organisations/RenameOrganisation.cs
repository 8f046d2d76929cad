using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>The name from now on.</summary>
internal sealed record RenameOrganisationRequest(string Name);

/// <summary>Gives an organisation another name; contracts keep the names they were signed with.</summary>
internal sealed class RenameOrganisationEndpoint(Writer writer) : ApiEndpoint<OnOrganisation<RenameOrganisationRequest>>
{
    public override void Configure()
    {
        Put("/organisations/{id:guid}/name");
        Description(route => route
            .Requires(Permission.RegisterOrganisation)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnOrganisation<RenameOrganisationRequest> request, CancellationToken ct) =>
        writer.DecideOn<Organisation>(request.Id, request.IfMatch, state => OrganisationDecider.Decide(new RenameOrganisation(request.Body.Name), state), ct);
}
