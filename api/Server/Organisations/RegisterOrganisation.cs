using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Organisations;

/// <summary>A new organisation; sections only for an office of the ministry.</summary>
internal sealed record RegisterOrganisationRequest(OrganisationKind Kind, string Name, string? CorporateNumber = null, IReadOnlyList<NewSection>? Sections = null);

/// <summary>A 課室 to be registered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mail">Its shared address.</param>
internal sealed record NewSection(string Name, string? Mail = null);

/// <summary>Registers an organisation.</summary>
internal sealed class RegisterOrganisationEndpoint(Writer writer, Actor actor) : ApiEndpoint<Sent<RegisterOrganisationRequest>>
{
    public override void Configure()
    {
        Post("/organisations");
        Description(route => route
            .Requires(Permission.RegisterOrganisation)
            .Creates());
    }

    public override Task<IResult> ExecuteAsync(Sent<RegisterOrganisationRequest> request, CancellationToken ct)
    {
        var id = writer.NewId();
        var sections = (request.Body.Sections ?? []).Select(s => new Section(writer.NewId(), s.Name, s.Mail));
        var command = new RegisterOrganisation(request.Body.Kind, request.Body.Name, request.Body.CorporateNumber, [.. sections], actor.OrganisationId);
        return writer.Create<Organisation>(
            id,
            new StreamScope(ContractId: null, OrganisationId: id),
            $"/api/organisations/{id}",
            state => OrganisationDecider.Decide(command, state),
            ct);
    }
}
