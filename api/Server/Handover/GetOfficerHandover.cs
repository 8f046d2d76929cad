using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Printing;

namespace SecurityTracker.Server.Handover;

/// <summary>What is asked for.</summary>
/// <param name="SectionId">The 課室.</param>
/// <param name="PersonId">The officer who hands over.</param>
/// <param name="Extension"><c>pdf</c> or <c>xlsx</c>.</param>
internal sealed record GetOfficerHandoverRequest([property: RouteParam] Guid SectionId, [property: RouteParam] Guid PersonId, [property: RouteParam] string Extension);

/// <summary>引継書 of an officer: what is open on each contract of the 課室 that they are, or will be, in charge of.</summary>
internal sealed class GetOfficerHandoverEndpoint(
    HandoverReader handover, OrganisationPeople people, PersonalValues values, SheetDownload download, Actor actor, TimeProvider time) : ApiEndpoint<GetOfficerHandoverRequest>
{
    public override void Configure()
    {
        Get("/sections/{sectionId:guid}/people/{personId:guid}/handover.{extension:regex(^(pdf|xlsx)$)}");
        Description(route => route
            .Requires(Permission.SucceedOfficers)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .WithTags("Access"));
    }

    public override async Task<IResult> ExecuteAsync(GetOfficerHandoverRequest request, CancellationToken ct)
    {
        if (actor.SectionId != request.SectionId || await people.Fetch(request.PersonId, ct) is not { } person)
        {
            return Problems.NotFound;
        }

        var name = await values.Load(person.Aggregate.Name, ct);
        var open = await handover.OfOfficer(request.PersonId, ct);
        return await download.Answer(
            HandoverNote.Of(new("前任", name), open, actor.Side, time.GetUtcNow()), HandoverNote.NameOf(name), request.Extension, HttpContext.Response, ct);
    }
}
