using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Jobs;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>第一報: what is known now. Nothing else is asked and nobody approves it.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record ReportIncidentRequest(string Text);

/// <summary>Whom to call now.</summary>
internal sealed record CallOfficer(OfficerPost Post, string Name, string? Telephone, string? Mail);

/// <summary>The 第一報 is recorded; the telephone comes next.</summary>
/// <param name="SectionIsHere">Whether it stands before an officer now; else it is written down and nobody has been told.</param>
/// <param name="Officers">The 担当職員 of today.</param>
internal sealed record IncidentAnswer(Guid Id, long Version, long Sequence, bool SectionIsHere, string SectionName, string? SectionMail, IReadOnlyList<CallOfficer> Officers);

/// <summary>Takes the 第一報 of an incident or a suspected one; where the section is here, it stands at the head of the officers' list at once.</summary>
internal sealed class ReportIncidentEndpoint(
    Writer writer, ContractReader contracts, CommunicationRequests requests, SectionPresence presence, PersonalValues values, Outbox outbox, TimeProvider time) : ApiEndpoint<InContract<ReportIncidentRequest>>
{
    public override void Configure()
    {
        Post("/contracts/{contractId:guid}/incidents");
        Description(route => route
            .Requires(Permission.ReportIncident)
            .Produces<IncidentAnswer>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(InContract<ReportIncidentRequest> request, CancellationToken ct)
    {
        var contract = (await contracts.Find(request.ContractId, ct)).OrNotFound();
        var report = new CommunicationRequest(CommunicationKind.REPORT, Direction.FROM_CONTRACTOR, ProcedureSubject.INCIDENT, request.Body.Text);
        var id = await requests.Record(request.ContractId, contract.Value, report, urgent: true, ct);
        writer.Session.QueueSql(outbox.Queueing<TellOfIncident>(id));
        var (officers, section) = (contract.Value.OfficersOn(Tokyo.Today(time)), contract.Value.Section);
        var known = await values.Load([.. officers.SelectMany(o => new[] { o.Name, o.Mail, o.Telephone }).Append(section.SectionMail).OfType<PersonalRef>()], ct);
        string? Shown(PersonalRef? value) => value is { } kept ? known[kept] : null;
        CallOfficer[] call = [.. officers.Select(o => new CallOfficer(o.Post, known[o.Name], Shown(o.Telephone), Shown(o.Mail)))];
        var here = await presence.IsHere(section, ct);
        return await writer.Save(
            sequence => new IncidentAnswer(id, 1, sequence, here, section.SectionName, Shown(section.SectionMail), call),
            ct, StatusCodes.Status201Created, $"/api/communications/{id}", version: 1);
    }
}
