using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Audit;

/// <summary>What is noted beside the events of the record itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditKind>))]
internal enum AuditKind
{
    /// <summary>Someone signed in; the code says how.</summary>
    SIGNED_IN,

    /// <summary>A sign-in failed; the code says why. The person is named where the account is known.</summary>
    SIGN_IN_FAILED,

    /// <summary>Someone signed out.</summary>
    SIGNED_OUT,

    /// <summary>Someone's ways to sign in were ended by their organisation; the person named is that someone.</summary>
    SIGN_IN_RESET,

    /// <summary>A request was refused: not signed in, not permitted, nothing there for this person, too many at once.</summary>
    REFUSED,

    /// <summary>A file went out.</summary>
    EXPORTED,

    /// <summary>An administrator let a job run now; the code is its id.</summary>
    JOB_TRIGGERED,
}

/// <summary>One note.</summary>
/// <param name="Route">Method and pattern of the route, never an address with its ids.</param>
/// <param name="Code">The problem's code, or how a sign-in was done.</param>
internal sealed record AuditEvent(AuditKind Kind, Guid? PersonId, Guid? OrganisationId, Role? Role, string? Route, int? Status, string? Code);

/// <summary>Notes what people did with the program itself. It is written before the answer goes out: what was answered was noted.</summary>
internal sealed class AuditLog(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Notes one.</summary>
    public async Task Note(AuditEvent noted, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "INSERT INTO audit_events (at, kind, person_id, organisation_id, role, route, status, code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(Text(noted.Kind.ToString()));
        command.Parameters.Add(Id(noted.PersonId));
        command.Parameters.Add(Id(noted.OrganisationId));
        command.Parameters.Add(Text(noted.Role?.ToString()));
        command.Parameters.Add(Text(noted.Route));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)noted.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(Text(noted.Code));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Id(Guid? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
