using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>What a 課室 works by: acts on its office, by who looks after the 課室. If-Match is the office's version.</summary>
internal static class SectionSettingsActs
{
    /// <summary>Decides; 404 for a 課室 that is not the actor's to look after.</summary>
    public static async Task<IResult> DecideOnSection(
        this Writer writer, OrganisationAccess access, Guid id, Guid sectionId, IfMatch ifMatch, IOrganisationCommand command, CancellationToken ct) =>
        access.SeesPeople(id) && access.LooksAfter(sectionId)
            ? await writer.DecideOn<Organisation>(id, ifMatch, state => OrganisationDecider.Decide(command, state), ct)
            : Problems.NotFound;
}
