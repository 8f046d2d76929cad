using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Erasure;

/// <summary>What an erasure would take and what would stay, for the dialog that asks once more.</summary>
/// <param name="Name">Whom it is about.</param>
/// <param name="Version">The person's version, for If-Match.</param>
/// <param name="Can">Whether it can be done now.</param>
internal sealed record ErasurePreview(Guid PersonId, long Version, string Name, IReadOnlyList<ErasureItem> Erases, IReadOnlyList<ErasureItem> Stays, ErasureCan Can);

/// <summary>Whether a person can be erased.</summary>
internal sealed record ErasureCan(Can ErasePerson);

/// <summary>Says beforehand what an erasure takes and what it leaves.</summary>
internal sealed class GetPersonErasureEndpoint(ErasurePermit permit, PersonErasure erasure, PersonalValues values, Actor actor) : ApiEndpoint<OfPerson>
{
    public override void Configure()
    {
        Get("/people/{personId:guid}/erasure");
        Description(route => route
            .Requires(Permission.ErasePerson)
            .Reads<ErasurePreview>());
    }

    public override async Task<IResult> ExecuteAsync(OfPerson request, CancellationToken ct)
    {
        var (stream, refusal) = await permit.Of(request.PersonId, ct);
        if (stream is null)
        {
            return Problems.NotFound;
        }

        var kept = await erasure.Find(request.PersonId, ct);
        return Answer.Of(
            new ErasurePreview(
                request.PersonId, stream.Version, await values.Load(stream.Aggregate.Name, ct), PersonErasure.Erases(kept, account: true), PersonErasure.Stays(kept),
                new ErasureCan(Can.If(Permission.ErasePerson, actor, refusal))),
            stream.Version);
    }
}
