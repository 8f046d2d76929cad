using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Organisations;

namespace SecurityTracker.Server.Contracts;

/// <summary>One 担当職員.</summary>
/// <param name="Post">主 or 副.</param>
/// <param name="From">Since when in charge; the day of the list where it is left out.</param>
/// <param name="PersonId">The person of the ministry's office, if they are to see and decide as this officer; said by the office alone.</param>
internal sealed record OfficerRequest(
    OfficerPost Post, string Name, string? Mail = null, string? Telephone = null, DateOnly? From = null, Guid? PersonId = null);

/// <summary>All 担当職員 from a day on.</summary>
/// <param name="FileId">The mail that announced the change, where the contractor records it.</param>
internal sealed record ChangeOfficersRequest(IReadOnlyList<OfficerRequest> Officers, DateOnly From, Guid? FileId = null);

/// <summary>Names the 担当職員 (主・副) of a contract from a day on (異動); the lists before stay in the history.</summary>
internal sealed class ChangeOfficersEndpoint(
    Writer writer, ContractPeople people, OrganisationPeople staff, KeptFiles files, Actor actor) : ApiEndpoint<OnContract<ChangeOfficersRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/officers");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override async Task<IResult> ExecuteAsync(OnContract<ChangeOfficersRequest> request, CancellationToken ct)
    {
        var stream = await writer.Fetch<Contract>(request.Id, request.IfMatch, ct);
        stream.Aggregate.NotToChange(actor).ThrowIfRefused();
        if (request.Body.FileId is { } announced)
        {
            await files.Resolve(request.Id, [announced], ct, "/fileId");
        }

        var before = stream.Aggregate.OfficerLists;
        (await Check(request.Body, before, staff, actor, ct)).ThrowIfRefused();
        var officers = await people.Officers(writer.Session, request.Id, request.Body, before, ct);
        Writer.Record(stream, state => ContractDecider.Decide(new ChangeOfficers(officers, request.Body.From, request.Body.FileId, actor.Side), state));
        return await writer.Save(stream, ct);
    }

    // Nobody outside the office can tell who is of it: the contractor may leave a link as it is, and no more.
    private static async Task<Refusal?> Check(
        ChangeOfficersRequest request, IReadOnlyList<OfficerList> before, OrganisationPeople staff, Actor actor, CancellationToken ct)
    {
        var linked = before.SelectMany(list => list.Officers).Select(o => o.PersonId).ToHashSet();
        var officer = new MembershipWanted(actor.OrganisationId, SectionId: null, Role.SUPERVISING_OFFICER, Role.SECTION_HEAD);
        foreach (var (i, person) in request.Officers.Index().Where(o => o.Item.PersonId is not null && !linked.Contains(o.Item.PersonId)))
        {
            if (!await staff.Acts(person.PersonId!.Value, request.From, officer, ct))
            {
                return SectionRefusals.PersonUnknown.At($"/officers/{i}/personId");
            }
        }

        return null;
    }
}
