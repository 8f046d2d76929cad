using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access;

/// <summary>What people, programs and organisations are called now.</summary>
/// <param name="People">By id; of a person whose data were erased 「消去済み」.</param>
/// <param name="Places">Organisations and their 課室, by id.</param>
internal sealed record ActorNames(IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, string> Places);

/// <summary>Those who acted, by name.</summary>
internal sealed class Actors(EventStore store)
{
    private const string PeopleAndPrograms = """
        SELECT d.id, coalesce(v.value, $2) FROM mt_doc_person d LEFT JOIN personal_values v ON v.id = (d.data #>> '{value,name,id}')::uuid WHERE $1 IS NULL OR d.id = ANY ($1)
        UNION ALL SELECT a.id, a.name FROM service_accounts a WHERE $1 IS NULL OR a.id = ANY ($1)
        """;

    private const string OfPlaces = """
        SELECT d.id, d.name FROM mt_doc_organisation d WHERE $1 IS NULL OR d.id = ANY ($1)
        UNION ALL SELECT (x ->> 'id')::uuid, x ->> 'name' FROM mt_doc_organisation d, jsonb_array_elements(d.data #> '{value,sections}') x WHERE $1 IS NULL OR d.id = ANY ($1)
        """;

    /// <summary>All names.</summary>
    public Task<ActorNames> Everyone(CancellationToken ct) => Named(people: null, organisations: null, ct);

    /// <summary>The names of those who appended events with these headers, and of other people, in one round trip.</summary>
    public Task<ActorNames> Named(IEnumerable<JsonObject> headers, IEnumerable<Guid> others, CancellationToken ct)
    {
        var actors = headers.Select(ActorHeaders.Read).ToHashSet();
        return Named([.. actors.Select(a => a.PersonId).OfType<Guid>().Concat(others).Distinct()], [.. actors.Select(a => a.OrganisationId).OfType<Guid>().Distinct()], ct);
    }

    /// <summary>The word by which a role is addressed (dossier §6).</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.CONTRACTOR_OFFICER => "情報セキュリティ責任者",
        Role.CONTRACTOR_STAFF => "業務担当者",
        Role.SUBCONTRACTOR_OFFICER => "再委託先責任者",
        Role.SUPERVISING_OFFICER => "担当職員",
        Role.SECTION_HEAD => "課室長",
        Role.AUDITOR => "監査担当者",
        Role.ADMINISTRATOR => "システム管理者",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a word"),
    };

    private async Task<ActorNames> Named(Guid[]? people, Guid[]? organisations, CancellationToken ct)
    {
        var ofPeople = Names(PeopleAndPrograms, people, new NpgsqlParameter<string> { TypedValue = PersonalValues.Erased });
        var ofPlaces = Names(OfPlaces, organisations);
        await store.Read([ofPeople, ofPlaces], ct);
        return new(ofPeople.Taken, ofPlaces.Taken);
    }

    private static SqlQuery<IReadOnlyDictionary<Guid, string>> Names(string sql, Guid[]? ids, params IEnumerable<NpgsqlParameter> more) =>
        new(sql, [new NpgsqlParameter { Value = (object?)ids ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }, .. more], async (row, ct) =>
        {
            var found = new Dictionary<Guid, string>();
            while (await row.ReadAsync(ct))
            {
                found[row.GetGuid(0)] = row.GetString(1);
            }

            return found;
        });
}
