using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>Who did something with an edition.</summary>
internal enum EditionSide
{
    /// <summary>The program, which brings editions of its own.</summary>
    PROGRAM,

    /// <summary>A firm.</summary>
    FIRM,

    /// <summary>An office of the ministry.</summary>
    MINISTRY,
}

/// <summary>One thing that happened to an edition.</summary>
/// <param name="Type">The event's name, e.g. <c>edition_adopted</c>.</param>
/// <param name="RecordedAt">The instant (UTC) at which it was recorded.</param>
/// <param name="Side">Who did it.</param>
/// <param name="OrganisationName">For whom: an office; a firm for its own people and the ministry's side, else null, for no firm learns of another one here.</param>
/// <param name="PersonName">Who it was, for people of the same organisation; else null.</param>
/// <param name="Revision">The revision that came of it, or null.</param>
/// <param name="Reason">Why, where that was said.</param>
internal sealed record EditionHistoryEntry(
    string Type, DateTimeOffset RecordedAt, EditionSide Side, string? OrganisationName, string? PersonName, int? Revision, string? Reason);

/// <summary>What happened to an edition, oldest first: published, corrected, adopted, withdrawn.</summary>
internal sealed class GetEditionHistoryEndpoint(EditionsInSight sight, EditionMakers makers, Session session, Actors actors, Actor actor) : ApiEndpoint<OfEdition>
{
    public override void Configure()
    {
        Get("/editions/{code}/history");
        Description(route => route
            .Requires(Permission.ReadEditions)
            .Reads<IReadOnlyList<EditionHistoryEntry>>());
    }

    public override async Task<IResult> ExecuteAsync(OfEdition request, CancellationToken ct)
    {
        if (await sight.Find(request.Code, ct) is not { } found)
        {
            return Problems.From(EditionRefusals.Unknown);
        }

        var seen = found.Value.Current!.Revision;
        var events = (await session.FetchStream(found.Id, ct: ct)).Where(e => RevisionOf(e.Data) is not { } revision || revision <= seen).ToList();
        var signatories = await Signatories.Load(actors, events.Select(e => e.Headers), ct);
        var offices = (await session.Query<Organisation>("WHERE d.kind = 'MINISTRY_OFFICE'", [], ct)).Select(office => office.Id).ToHashSet();
        var seesFirms = await makers.IsOfMinistry(ct);
        return new Answer<IReadOnlyList<EditionHistoryEntry>>([.. events.Select(Entry)]);

        EditionHistoryEntry Entry(RecordedEvent e)
        {
            var (by, organisation) = (signatories.Of(e.Headers), ActorHeaders.Read(e.Headers).OrganisationId);
            var side = organisation is not { } id ? EditionSide.PROGRAM : offices.Contains(id) ? EditionSide.MINISTRY : EditionSide.FIRM;
            var own = organisation is not null && organisation == actor.OrganisationId;
            var named = side == EditionSide.MINISTRY || own || seesFirms;
            return new(
                e.Type, e.RecordedAt.ToUniversalTime(), side, named ? by.OrganisationName : null, own ? by.Name : null, RevisionOf(e.Data), ReasonOf(e.Data));
        }
    }

    private static int? RevisionOf(object e) => e switch
    {
        EditionPublished published => published.Edition.Revision,
        EditionRevised revised => revised.Edition.Revision,
        _ => null,
    };

    private static string? ReasonOf(object e) => e switch
    {
        EditionRevised revised => revised.Reason,
        EditionAdopted adopted => adopted.Reason,
        EditionAdoptionWithdrawn taken => taken.Reason,
        EditionWithdrawn withdrawn => withdrawn.Reason,
        _ => null,
    };
}
