using Npgsql;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn.Providers;

/// <summary>One of a person's accounts elsewhere.</summary>
internal sealed record ProviderAccount(string Provider, DateTimeOffset LinkedAt);

/// <summary>Which subject of a provider is which person. The pair of provider and subject alone counts: mail addresses can be claimed.</summary>
internal sealed class ProviderAccounts(EventStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The person of a subject, or null.</summary>
    public Task<Guid?> PersonOf(string provider, string subject, CancellationToken ct) => store.Read(
        new SqlQuery<Guid?>(
            "SELECT person_id FROM provider_accounts WHERE provider = $1 AND subject = $2",
            [SqlStatement.Parameter(provider), SqlStatement.Parameter(subject)],
            async (row, token) => await row.ReadAsync(token) ? row.GetGuid(0) : null),
        ct);

    /// <summary>A person's accounts elsewhere, in the order in which they were linked.</summary>
    public Task<IReadOnlyList<ProviderAccount>> Of(Guid personId, CancellationToken ct) => store.Read(
        new SqlQuery<IReadOnlyList<ProviderAccount>>(
            "SELECT provider, linked_at FROM provider_accounts WHERE person_id = $1 ORDER BY linked_at, provider",
            [SqlStatement.Parameter(personId)],
            (row, token) => row.All<ProviderAccount>(r => new(r.GetString(0), r.GetFieldValue<DateTimeOffset>(1)), token)),
        ct);

    /// <summary>Links a subject to the person of a session; a link that is there already stays.</summary>
    /// <returns>False when the subject is another person's, the person has another account there, or the session has ended meanwhile: a reset leaves no link behind that it did not see.</returns>
    public async Task<bool> Link(string provider, string subject, SignedIn session, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Accounts.Holding(session.PersonId));
        batch.BatchCommands.Add(SqlStatement.Of(
            """
            INSERT INTO provider_accounts (provider, subject, person_id, linked_at)
            SELECT $1, $2, person_id, $4 FROM sessions WHERE id = $3 ON CONFLICT DO NOTHING
            """,
            provider, subject, session.Id, time.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(ct);
        return await PersonOf(provider, subject, ct) == session.PersonId;
    }

    /// <summary>The statement that ends a person's link.</summary>
    public static NpgsqlBatchCommand Unlinking(string provider, Guid personId) =>
        SqlStatement.Of("DELETE FROM provider_accounts WHERE provider = $1 AND person_id = $2", provider, personId);

    /// <summary>The statement that links a subject to a person, in the transaction that makes the person; the subject being another's violates the primary key.</summary>
    public NpgsqlBatchCommand Linking(string provider, string subject, Guid personId) =>
        SqlStatement.Of("INSERT INTO provider_accounts (provider, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)", provider, subject, personId, time.GetUtcNow());
}
