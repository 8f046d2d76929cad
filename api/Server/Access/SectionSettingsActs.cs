using SecurityTracker.Domain.Access;

namespace SecurityTracker.Server.Access;

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
