using System.Net;
using Npgsql;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>
/// Notes sign-ins that failed: in the audit, which stays, with ids and codes alone; and for 90 days, where administrators read it, with
/// the address of the source.
/// </summary>
internal sealed class SignInFailures(AuditLog audit, RefusalsOfStrangers strangers, People people, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>For how long the address of a source is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Notes one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="personId">Whose account it was, where that is known.</param>
    /// <param name="route">Method and pattern of the route, or the provider.</param>
    /// <param name="status">What is answered.</param>
    /// <param name="code">Why it failed.</param>
    public async Task Note(HttpContext context, Guid? personId, string? route, int? status, string code)
    {
        // Not the request's own token: what failed for someone who hangs up has failed all the same.
        var person = personId is { } id ? await people.Find(id, CancellationToken.None) : null;
        var memberships = person?.Value.ActingOn(Tokyo.Today(time)) ?? [];
        await audit.Note(new(AuditKind.SIGN_IN_FAILED, personId, memberships is [var first, ..] ? first.OrganisationId : null, Role: null, route, status, code), CancellationToken.None);
        if (person is not null || strangers.AreNoted())
        {
            await database.Run(
                SqlStatement.Of(
                    "INSERT INTO sign_in_failures (at, person_id, organisation_ids, address, code) VALUES ($1, $2::uuid, $3, $4::text, $5)",
                    time.GetUtcNow(), person?.Id, memberships.Select(m => m.OrganisationId).Distinct().ToArray(), Source(context.Connection.RemoteIpAddress), code),
                CancellationToken.None);
        }
    }

    /// <summary>Forgets what is older than <see cref="Kept"/>.</summary>
    public Task Forget(CancellationToken ct) => database.Run(SqlStatement.Of("DELETE FROM sign_in_failures WHERE at <= $1", time.GetUtcNow() - Kept), ct);

    private static string? Source(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().ToString() : address?.ToString();
}

/// <summary>Forgets where failed sign-ins of long ago came from.</summary>
internal sealed class ForgetSignInFailures(SignInFailures failures) : IRecurringJob
{
    public Task Run(CancellationToken ct) => failures.Forget(ct);
}
