using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;

namespace SecurityTracker.Server.Access;

/// <summary>The 課室's shared address (no person's), or null for none.</summary>
public sealed record ChangeSectionMailRequest(string? Mail);

/// <summary>The kinds of decision for which the 課室 wants a second pair of eyes; empty for none.</summary>
public sealed record SetReviewRulesRequest(IReadOnlyList<ReviewedKind> SecondPairOfEyes);

/// <summary>保存期間 in years after the fiscal year, 1 to 30; null for the 既定値.</summary>
public sealed record SetRetentionRequest(int? Years);

/// <summary>Who decides in the place of the 課室長, from the first day to the last.</summary>
public sealed record DelegateRequest(Guid ToPersonId, DateOnly From, DateOnly Until);

/// <summary>What a 課室 works by: acts on its office, by who looks after the 課室. If-Match is the office's version.</summary>
internal static class SectionSettingsActs
{
    /// <summary>Decides; 404 for a 課室 that is not the actor's to look after.</summary>
    public static async Task<IResult> DecideOnSection(
        this Acts acts, OrganisationAccess access, Guid id, Guid sectionId, IfMatch ifMatch, IOrganisationCommand command, CancellationToken ct) =>
        access.SeesPeople(id) && access.LooksAfter(sectionId)
            ? await acts.DecideOn<Organisation>(id, ifMatch, state => OrganisationDecider.Decide(command, state), ct)
            : Problems.NotFound;
}

/// <summary>Changes the shared address of a 課室.</summary>
public static class ChangeSectionMailEndpoint
{
    /// <summary>PUT /api/organisations/{id}/sections/{sectionId}/mail.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/organisations/{id:guid}/sections/{sectionId:guid}/mail", (
            Guid id, Guid sectionId, ChangeSectionMailRequest request, IfMatch ifMatch, Acts acts, OrganisationAccess access, CancellationToken ct) =>
            acts.DecideOnSection(access, id, sectionId, ifMatch, new ChangeSectionMail(sectionId, request.Mail), ct))
        .Requires(Permission.ManageSection)
        .Writes()
        .WithName("changeSectionMail")
        .WithTags("Access");
}

/// <summary>Says where a 課室 wants a second pair of eyes.</summary>
public static class SetReviewRulesEndpoint
{
    /// <summary>PUT /api/organisations/{id}/sections/{sectionId}/review-rules.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/organisations/{id:guid}/sections/{sectionId:guid}/review-rules", (
            Guid id, Guid sectionId, SetReviewRulesRequest request, IfMatch ifMatch, Acts acts, OrganisationAccess access, CancellationToken ct) =>
            acts.DecideOnSection(access, id, sectionId, ifMatch, new SetSectionReviewRules(sectionId, request.SecondPairOfEyes), ct))
        .Requires(Permission.ManageSection)
        .Writes()
        .WithName("setReviewRules")
        .WithTags("Access");
}

/// <summary>Says how long a 課室 keeps what is handed in to it; a 廃棄 or 移管 before that is refused.</summary>
public static class SetRetentionEndpoint
{
    /// <summary>PUT /api/organisations/{id}/sections/{sectionId}/retention.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/organisations/{id:guid}/sections/{sectionId:guid}/retention", (
            Guid id, Guid sectionId, SetRetentionRequest request, IfMatch ifMatch, Acts acts, OrganisationAccess access, CancellationToken ct) =>
            acts.DecideOnSection(access, id, sectionId, ifMatch, new SetSectionRetention(sectionId, request.Years), ct))
        .Requires(Permission.ManageSection)
        .Writes()
        .WithName("setRetention")
        .WithTags("Access");
}

/// <summary>Lets another officer of the 課室 decide in the place of its head.</summary>
public static class DelegateEndpoint
{
    /// <summary>POST /api/organisations/{id}/sections/{sectionId}/delegations.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/organisations/{id:guid}/sections/{sectionId:guid}/delegations", Handle)
        .Requires(Permission.Delegate)
        .Writes()
        .WithName("delegate")
        .WithTags("Access");

    private static async Task<IResult> Handle(
        Guid id, Guid sectionId, DelegateRequest request, IfMatch ifMatch, Acts acts, OrganisationAccess access, OrganisationPeople people, Actor actor, CancellationToken ct)
    {
        var officer = await people.Acts(request.ToPersonId, request.From, new(id, sectionId, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD), ct);
        var command = new DelegateSection(acts.NewId(), sectionId, actor.PersonId ?? Guid.Empty, request.ToPersonId, request.From, request.Until, officer);
        return await acts.DecideOnSection(access, id, sectionId, ifMatch, command, ct);
    }
}

/// <summary>Takes a delegation back.</summary>
public static class EndDelegationEndpoint
{
    /// <summary>DELETE /api/organisations/{id}/sections/{sectionId}/delegations/{delegationId}.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/organisations/{id:guid}/sections/{sectionId:guid}/delegations/{delegationId:guid}", (
            Guid id, Guid sectionId, Guid delegationId, IfMatch ifMatch, Acts acts, OrganisationAccess access, CancellationToken ct) =>
            acts.DecideOnSection(access, id, sectionId, ifMatch, new EndSectionDelegation(sectionId, delegationId), ct))
        .Requires(Permission.Delegate)
        .Writes()
        .WithName("endDelegation")
        .WithTags("Access");
}
