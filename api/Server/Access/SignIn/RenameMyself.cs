using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>The name from now on.</summary>
public sealed record RenameMyselfRequest(string Name);

/// <summary>Changes one's own name; what was signed under the former keeps its person.</summary>
public static class RenameMyselfEndpoint
{
    /// <summary>PUT /api/account/name.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/account/name", Handle)
        .Requires(Permission.OwnAccount)
        .Produces(StatusCodes.Status204NoContent)
        .Refuses(StatusCodes.Status422UnprocessableEntity)
        .WithName("renameMyself")
        .WithTags("Account");

    private static async Task<IResult> Handle(RenameMyselfRequest request, HttpContext context, People people, Session session, CancellationToken ct)
    {
        var id = context.SessionAtHand().Person.Id;
        var command = new RenamePerson(people.Keep(session, id, "name", request.Name));
        if (Acts.Record(await session.FetchForWriting<Person>(id, ct), state => PersonDecider.Decide(command, state)) is { } problem)
        {
            return problem;
        }

        await session.SaveChanges(ct);
        return Results.NoContent();
    }
}
