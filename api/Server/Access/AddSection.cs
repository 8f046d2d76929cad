using SecurityTracker.Domain.Access;

namespace SecurityTracker.Server.Access;

/// <summary>Adds a 課室 to an office.</summary>
public static class AddSectionEndpoint
{
    /// <summary>POST /api/organisations/{id}/sections.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/organisations/{id:guid}/sections", Handle)
        .Requires(Permission.RegisterOrganisation)
        .Writes()
        .WithName("addSection")
        .WithTags("Access");

    private static Task<IResult> Handle(Guid id, NewSection request, IfMatch ifMatch, Acts acts, CancellationToken ct) =>
        acts.DecideOn<Organisation>(id, ifMatch, state => OrganisationDecider.Decide(new AddSection(new Section(acts.NewId(), request.Name, request.Mail)), state), ct);
}
