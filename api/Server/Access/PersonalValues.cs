using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.EventStore;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Personal data, apart from the events (design: Personal data). An event holds the random id of a value; erasing the row erases
/// the value from all history, and readers then see <see cref="Erased"/>.
/// </summary>
public sealed class PersonalValues(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>What a reader sees in place of a value that was erased.</summary>
    public const string Erased = "消去済み";

    /// <summary>Keeps a new value, written in the session's transaction. An amendment is a new value: history keeps the old one.</summary>
    /// <param name="session">The session that appends the event.</param>
    /// <param name="subjectId">Whose data it is; erasure goes by subject.</param>
    /// <param name="field">What it is, camelCase: <c>representativeName</c>.</param>
    /// <param name="value">The value itself.</param>
    /// <returns>What the event holds.</returns>
    public PersonalRef Keep(Session session, Guid subjectId, string field, string value)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = Guid.NewGuid();
        session.QueueSql(new NpgsqlBatchCommand("INSERT INTO personal_values (id, subject_id, field, value, kept_at) VALUES ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<Guid> { TypedValue = subjectId },
                new NpgsqlParameter<string> { TypedValue = field },
                new NpgsqlParameter<string> { TypedValue = value },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        });
        return new PersonalRef(id);
    }

    /// <summary>Reads many at once, in one round trip; what was erased reads as <see cref="Erased"/>.</summary>
    public async Task<IReadOnlyDictionary<PersonalRef, string>> Load(IReadOnlyCollection<PersonalRef> refs, CancellationToken ct)
    {
        var found = refs.Distinct().ToDictionary(r => r, _ => Erased);
        if (found.Count == 0)
        {
            return found;
        }

        await using var command = database.CreateCommand("SELECT id, value FROM personal_values WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. found.Keys.Select(r => r.Id)] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found[new PersonalRef(reader.GetGuid(0))] = reader.GetString(1);
        }

        return found;
    }

    /// <summary>Reads all that is kept of a subject; what was erased is not there.</summary>
    public async Task<IReadOnlyDictionary<PersonalRef, string>> LoadOf(Guid subjectId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("SELECT id, value FROM personal_values WHERE subject_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subjectId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<PersonalRef, string>();
        while (await reader.ReadAsync(ct))
        {
            found[new PersonalRef(reader.GetGuid(0))] = reader.GetString(1);
        }

        return found;
    }

    /// <summary>Reads one.</summary>
    public async Task<string> Load(PersonalRef reference, CancellationToken ct) => (await Load([reference], ct))[reference];
}
