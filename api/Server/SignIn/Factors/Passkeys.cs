using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>What the browser is asked, and the handle of the challenge in it.</summary>
/// <param name="Options">WebAuthn's options in its own JSON.</param>
/// <param name="State">To be sent back with the answer; good once, for a few minutes.</param>
internal sealed record PasskeyQuestion(JsonNode Options, string State);

/// <summary>The browser's answer.</summary>
/// <param name="Credential"><c>PublicKeyCredential.toJSON()</c>.</param>
/// <param name="State">Of the question.</param>
internal sealed record PasskeyAnswer(JsonNode Credential, string State);

/// <summary>A passkey, as it is listed.</summary>
internal sealed record PasskeyDetails(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>
/// Passkeys (WebAuthn) by the framework's handler. A challenge is a row that the answer takes away: no answer is taken twice, and
/// none in another session than the question.
/// </summary>
internal sealed class Passkeys(
    IPasskeyHandler<Account> handler, Accounts accounts, EventStore store, NpgsqlDataSource database, TimeProvider time, ILogger<Passkeys> log)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    /// <summary>Asks for a new passkey of a person.</summary>
    public async Task<PasskeyQuestion> AskForNew(HttpContext context, OwnPerson person, Guid sessionId, CancellationToken ct)
    {
        var name = person.Mail ?? person.Name ?? "SecurityTracker";
        var made = await handler.MakeCreationOptionsAsync(new() { Id = person.Id.ToString("D"), Name = name, DisplayName = person.Name ?? name }, context);
        return await Keep(made.CreationOptionsJson, made.AttestationState!, sessionId, ct);
    }

    /// <summary>Registers it.</summary>
    /// <returns>Its id, or null where it is not accepted, or the session has ended meanwhile: a reset leaves no passkey behind that it did not see.</returns>
    public async Task<Guid?> Register(HttpContext context, PasskeyAnswer answer, string name, Guid personId, Guid sessionId, CancellationToken ct)
    {
        if (await Take(answer.State, sessionId, ct) is not { } state)
        {
            return null;
        }

        var result = await Judge(() => handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer.Credential.ToJsonString(), AttestationState = state }));
        if (result is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } owner } || owner.Id != personId.ToString("D"))
        {
            return null;
        }

        var (now, id) = (time.GetUtcNow(), Guid.CreateVersion7(time.GetUtcNow()));
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Accounts.Holding(personId));
        var keeping = SqlStatement.Of(
            """
            INSERT INTO passkeys (id, person_id, credential_id, name, public_key, sign_count, transports, user_verified, backup_eligible, backed_up, created_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 WHERE EXISTS (SELECT FROM sessions WHERE id = $12) ON CONFLICT (credential_id) DO NOTHING
            """,
            id, personId, passkey.CredentialId, name, passkey.PublicKey, (long)passkey.SignCount, passkey.Transports ?? [], passkey.IsUserVerified,
            passkey.IsBackupEligible, passkey.IsBackedUp, now, sessionId);
        batch.BatchCommands.Add(keeping);
        await batch.ExecuteNonQueryAsync(ct);
        return keeping.RecordsAffected == 1 ? id : null;
    }

    /// <summary>Asks for a passkey: of one account, or whichever the person has.</summary>
    public async Task<PasskeyQuestion> Ask(HttpContext context, Guid? personId, Guid? sessionId, CancellationToken ct)
    {
        var made = await handler.MakeRequestOptionsAsync(personId is { } id ? await accounts.Of(id, ct) : null, context);
        return await Keep(made.RequestOptionsJson, made.AssertionState!, sessionId, ct);
    }

    /// <summary>Whose passkey answered; null where the answer is not good.</summary>
    public async Task<Guid?> Verify(HttpContext context, PasskeyAnswer answer, Guid? sessionId, CancellationToken ct)
    {
        if (await Take(answer.State, sessionId, ct) is not { } state)
        {
            return null;
        }

        var result = await Judge(() => handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer.Credential.ToJsonString(), AssertionState = state }));
        if (result is not { Succeeded: true, Passkey: { } passkey, User: { } account })
        {
            return null;
        }

        await database.Run(
            SqlStatement.Of(
                "UPDATE passkeys SET sign_count = greatest(sign_count, $2), backed_up = $3, last_used_at = $4 WHERE credential_id = $1",
                passkey.CredentialId, (long)passkey.SignCount, passkey.IsBackedUp, time.GetUtcNow()),
            ct);
        return account.PersonId;
    }

    /// <summary>A person's passkeys, in the order in which they came.</summary>
    public Task<IReadOnlyList<PasskeyDetails>> Of(Guid personId, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<PasskeyDetails>>(
            "SELECT id, name, created_at, last_used_at FROM passkeys WHERE person_id = $1 ORDER BY id", [SqlStatement.Parameter(personId)],
            (row, token) => row.All<PasskeyDetails>(r => new(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.OrNull<DateTimeOffset>(3)), token)),
        ct);

    /// <summary>The statement that forgets one.</summary>
    public static NpgsqlBatchCommand Removing(Guid personId, Guid id) => SqlStatement.Of("DELETE FROM passkeys WHERE person_id = $1 AND id = $2", personId, id);

    private async Task<PasskeyQuestion> Keep(string options, string state, Guid? sessionId, CancellationToken ct)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(SqlStatement.Of("DELETE FROM passkey_challenges WHERE expires_at <= $1", now));
        batch.BatchCommands.Add(SqlStatement.Of("INSERT INTO passkey_challenges (id, session_id, state, expires_at) VALUES ($1, $2, $3, $4)", id, sessionId, state, now + GoodFor));
        await batch.ExecuteNonQueryAsync(ct);
        return new(JsonNode.Parse(options)!, id.ToString("N"));
    }

    private async Task<string?> Take(string handle, Guid? sessionId, CancellationToken ct) => Guid.TryParse(handle, out var id)
        ? await database.First(
            SqlStatement.Of(
                "DELETE FROM passkey_challenges WHERE id = $1 AND coalesce(session_id, $4) = $2 AND expires_at > $3 RETURNING state",
                id, sessionId ?? Guid.Empty, time.GetUtcNow(), Guid.Empty),
            row => row.GetString(0),
            ct)
        : null;

    /// <summary>The handler answers with a failure or throws, as it likes; either way the passkey is not good.</summary>
    private async Task<T?> Judge<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception e) when (e is PasskeyException or JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            log.LogInformation("A passkey was not accepted: {Why}", e.GetType().Name);
            return null;
        }
    }
}
