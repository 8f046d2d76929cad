using FastEndpoints;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A sign-in that failed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When.</param>
/// <param name="PersonName">Whose account it was, of one's own organisation.</param>
/// <param name="OrganisationNames">Of which organisations that person is; none where there is no such account.</param>
/// <param name="Address">Where it came from.</param>
/// <param name="Code">Why it failed.</param>
internal sealed record SignInFailureDetails(long Id, DateTimeOffset At, string? PersonName, IReadOnlyList<string> OrganisationNames, string? Address, string Code);

/// <summary>A page of them, the latest first.</summary>
/// <param name="Next">The <c>before</c> of the next page, or null at the end.</param>
/// <param name="KeptDays">For how many days they are kept.</param>
internal sealed record SignInFailureList(IReadOnlyList<SignInFailureDetails> Items, long? Next, int KeptDays);

/// <summary>What is asked for.</summary>
/// <param name="Before">Those before this one; the newest where it is left out.</param>
internal sealed record GetSignInFailuresRequest([property: QueryParam] long? Before);

/// <summary>
/// The failed sign-ins of an administrator's own organisation. Administrators of the installation see those of all, with the accounts
/// that do not exist; of other organisations' people no name.
/// </summary>
internal sealed class GetSignInFailuresEndpoint(Actor actor, EventStore store, Actors actors) : ApiEndpoint<GetSignInFailuresRequest>
{
    private const int PageSize = 50;

    public override void Configure()
    {
        Get("/sign-in-failures");
        Description(route => route
            .Requires(Permission.ReadAuditEvents)
            .Produces<SignInFailureList>());
    }

    public override async Task<IResult> ExecuteAsync(GetSignInFailuresRequest request, CancellationToken ct)
    {
        var own = actor.OrganisationId ?? Guid.Empty;
        var found = await store.Read(
            new SqlQuery<IReadOnlyList<Row>>(
                "SELECT id, at, person_id, organisation_ids, address, code FROM sign_in_failures WHERE ($1 OR organisation_ids @> ARRAY[$2]) AND id < $3 ORDER BY id DESC LIMIT $4",
                [
                    new NpgsqlParameter<bool> { TypedValue = FirstOrganisations.Keep(actor) },
                    new NpgsqlParameter<Guid> { TypedValue = own },
                    new NpgsqlParameter<long> { TypedValue = request.Before ?? long.MaxValue },
                    new NpgsqlParameter<int> { TypedValue = PageSize + 1 },
                ],
                (rows, token) => rows.All(Read, token)),
            ct);
        var page = found.Take(PageSize).ToList();
        var names = await actors.Everyone(ct);
        return new Answer<SignInFailureList>(new([.. page.Select(row => Of(row, own, names))], found.Count > PageSize ? page[^1].Id : null, (int)SignInFailures.Kept.TotalDays));
    }

    private static SignInFailureDetails Of(Row row, Guid own, ActorNames names) => new(
        row.Id, row.At, row.Organisations.Contains(own) && row.Person is { } person ? names.People.GetValueOrDefault(person) : null,
        [.. row.Organisations.Select(id => names.Places.GetValueOrDefault(id)).OfType<string>()], row.Address, row.Code);

    private static Row Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.OrNull<Guid>(2), row.GetFieldValue<Guid[]>(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5));

    private sealed record Row(long Id, DateTimeOffset At, Guid? Person, Guid[] Organisations, string? Address, string Code);
}
