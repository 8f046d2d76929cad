using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>How often: DAILY, WEEKLY or OFF; null for the 既定値, once a week.</summary>
internal sealed record SetSectionRemindersRequest(ReminderRhythm? Rhythm);

/// <summary>Says how often the people of a 課室 are written to about what waits for them, as long as they have not chosen themselves.</summary>
internal sealed class SetSectionRemindersEndpoint(Writer writer, OrganisationAccess access) : ApiEndpoint<OnSection<SetSectionRemindersRequest>>
{
    public override void Configure()
    {
        Put("/organisations/{id:guid}/sections/{sectionId:guid}/reminders");
        Description(route => route
            .Requires(Permission.ManageSection)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnSection<SetSectionRemindersRequest> request, CancellationToken ct) =>
        writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, new SetSectionReminderRhythm(request.SectionId, request.Body.Rhythm), ct);
}
