using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>A new organisation; sections only for an office of the ministry.</summary>
public sealed record RegisterOrganisationRequest(OrganisationKind Kind, string Name, string? CorporateNumber = null, IReadOnlyList<NewSection>? Sections = null);

/// <summary>A 課室 to be registered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mail">Its shared address.</param>
public sealed record NewSection(string Name, string? Mail = null);

/// <summary>Registers an organisation.</summary>
public static class RegisterOrganisationEndpoint
{
    /// <summary>POST /api/organisations.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/organisations", Handle)
        .Requires(Permission.RegisterOrganisation)
        .Creates()
        .WithName("registerOrganisation")
        .WithTags("Access");

    private static Task<IResult> Handle(RegisterOrganisationRequest request, Acts acts, Actor actor, CancellationToken ct)
    {
        var id = acts.NewId();
        var sections = (request.Sections ?? []).Select(s => new Section(acts.NewId(), s.Name, s.Mail));
        var command = new RegisterOrganisation(request.Kind, request.Name, request.CorporateNumber, [.. sections], actor.OrganisationId);
        return acts.Create<Organisation>(
            id,
            new StreamScope(ContractId: null, OrganisationId: id),
            $"/api/organisations/{id}",
            state => OrganisationDecider.Decide(command, state),
            ct);
    }
}
