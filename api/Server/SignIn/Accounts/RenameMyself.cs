using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The name from now on.</summary>
internal sealed record RenameMyselfRequest(string Name);

/// <summary>Changes one's own name; what was signed under the former keeps its person.</summary>
internal sealed class RenameMyselfEndpoint(People people, Session session) : ApiEndpoint<Sent<RenameMyselfRequest>>
{
    public override void Configure()
    {
        Put("/account/name");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<RenameMyselfRequest> request, CancellationToken ct)
    {
        var id = HttpContext.SessionAtHand().Person.Id;
        var command = new RenamePerson(people.Keep(session, id, "name", request.Body.Name));
        Writer.Record(await session.FetchForWriting<Person>(id, ct), state => PersonDecider.Decide(command, state));
        await session.SaveChanges(ct);
        return Results.NoContent();
    }
}
