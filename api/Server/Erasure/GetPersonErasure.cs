using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Erasure;

/// <summary>What an erasure would take and what would stay, for the dialog that asks once more.</summary>
/// <param name="Name">Whom it is about.</param>
/// <param name="Version">The person's version, for If-Match.</param>
/// <param name="Can">Whether it can be done now.</param>
public sealed record ErasurePreview(Guid PersonId, long Version, string Name, IReadOnlyList<ErasureItem> Erases, IReadOnlyList<ErasureItem> Stays, ErasureCan Can);

/// <summary>Whether a person can be erased.</summary>
public sealed record ErasureCan(Can Erase);

/// <summary>Says beforehand what an erasure takes and what it leaves.</summary>
public static class GetPersonErasureEndpoint
{
    /// <summary>GET /api/people/{personId}/erasure.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/people/{personId:guid}/erasure", Handle)
        .Requires(Permission.ErasePerson)
        .Reads<ErasurePreview>()
        .WithName("getPersonErasure")
        .WithTags("Erasure");

    private static async Task<IResult> Handle(
        Guid personId, ErasurePermit permit, PersonErasure erasure, PersonalValues values, Actor actor, CancellationToken ct)
    {
        var (stream, refusal) = await permit.Of(personId, ct);
        if (stream is null)
        {
            return Problems.NotFound;
        }

        var kept = await erasure.Find(personId, ct);
        return Answer.Of(
            new ErasurePreview(
                personId, stream.Version, await values.Load(stream.Aggregate.Name, ct), PersonErasure.Erases(kept, account: true), PersonErasure.Stays(kept),
                new ErasureCan(Can.If(Permission.ErasePerson, actor, refusal))),
            stream.Version);
    }
}
