using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>
/// Personal data, apart from the events (design: Personal data). An event holds the random id of a value; erasing the row erases
/// the value from all history, and readers then see <see cref="Erased"/>.
/// </summary>
internal sealed class PersonalValues(EventStore store, TimeProvider time)
{
    /// <summary>What a reader sees in place of a value that was erased.</summary>
    public const string Erased = "消去済み";

    private const string Select = "SELECT id, value FROM personal_values WHERE";

    /// <summary>Keeps a new value, written in the session's transaction. An amendment is a new value: history keeps the old one.</summary>
    /// <param name="session">The session that appends the event.</param>
    /// <param name="subjectId">Whose data it is; erasure goes by subject.</param>
    /// <param name="field">What it is, camelCase: <c>representativeName</c>.</param>
    /// <param name="value">The value itself.</param>
    /// <returns>What the event holds.</returns>
    public PersonalRef Keep(Session session, Guid subjectId, string field, string value)
    {
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

        foreach (var (kept, value) in await store.Read(Values("id = ANY ($1)", new NpgsqlParameter<Guid[]> { TypedValue = [.. found.Keys.Select(r => r.Id)] }), ct))
        {
            found[kept] = value;
        }

        return found;
    }

    /// <summary>The reading of all that is kept of a subject; what was erased is not there.</summary>
    public static SqlQuery<IReadOnlyDictionary<PersonalRef, string>> Of(Guid subjectId) => Values("subject_id = $1", new NpgsqlParameter<Guid> { TypedValue = subjectId });

    /// <summary>The reading of all that is kept of a contract, and of the people whom it names as officers.</summary>
    public static SqlQuery<IReadOnlyDictionary<PersonalRef, string>> OfContract(Guid contractId) => Values(
        $"subject_id = $1 UNION ALL {Select} subject_id = ANY ((SELECT c.officer_person_ids FROM mt_doc_contract c WHERE c.id = $1)::uuid[])",
        new NpgsqlParameter<Guid> { TypedValue = contractId });

    /// <summary>Reads one.</summary>
    public async Task<string> Load(PersonalRef reference, CancellationToken ct) => (await Load([reference], ct))[reference];

    private static SqlQuery<IReadOnlyDictionary<PersonalRef, string>> Values(string which, NpgsqlParameter parameter) =>
        new($"{Select} {which}", [parameter], async (row, ct) =>
        {
            var found = new Dictionary<PersonalRef, string>();
            while (await row.ReadAsync(ct))
            {
                found[new PersonalRef(row.GetGuid(0))] = row.GetString(1);
            }

            return found;
        });
}
