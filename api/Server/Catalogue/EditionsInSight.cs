using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Catalogue;

/// <summary>
/// The editions that an actor sees. What was adopted at some time is for all to read, through the last revision that was; a firm's own is
/// seen by the firm, by who sees a contract on it, and by the ministry's side once the firm asks for its adoption. Any other is answered
/// as one that does not exist.
/// </summary>
internal sealed class EditionsInSight(Session session, EventStore store, Actor actor)
{
    /// <summary>All of them, by code.</summary>
    public async Task<IReadOnlyList<Versioned<Edition>>> All(CancellationToken ct)
    {
        var seen = await Seen("true", [], ct);
        return await Load("ORDER BY d.code", seen, ct);
    }

    /// <summary>One by its code, or a firm's own by the code as it was typed; null where the actor sees none.</summary>
    public async Task<Versioned<Edition>?> Find(string code, CancellationToken ct)
    {
        string[] codes = [code, EditionCode.Of(code, actor.OrganisationId)];
        var seen = await Seen("d.code = ANY ($1)", [new NpgsqlParameter<string[]> { TypedValue = codes }], ct);
        var found = await Load("ORDER BY length(d.code)", seen, ct);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Those in their latest revision that the actor could begin a contract on.</summary>
    public async Task<IReadOnlyList<AnnexEdition>> Choosable(CancellationToken ct) =>
        [.. (await All(ct)).Where(edition => edition.Value.NotFor(actor.OrganisationId) is null).Select(edition => edition.Value.Current!)];

    private async Task<IReadOnlyList<Versioned<Edition>>> Load(string order, IReadOnlyDictionary<Guid, int> seen, CancellationToken ct)
    {
        var found = await session.Query<Edition>($"WHERE d.id = ANY ($1) {order}", [new NpgsqlParameter<Guid[]> { TypedValue = [.. seen.Keys] }], ct);
        return [.. found.Select(edition => edition with { Value = edition.Value.Through(seen[edition.Id]) })];
    }

    // The last revision that is seen of each; none of what is not seen at all.
    private Task<IReadOnlyDictionary<Guid, int>> Seen(string which, List<NpgsqlParameter> parameters, CancellationToken ct)
    {
        var (all, onContract) = Shown(parameters);
        var sql = $"SELECT * FROM (SELECT d.id, CASE WHEN {all} THEN {int.MaxValue} ELSE greatest(d.adopted_through, {onContract}) END AS through FROM mt_doc_edition d WHERE {which}) e WHERE e.through > 0";
        return store.Read(
            new SqlQuery<IReadOnlyDictionary<Guid, int>>(sql, parameters, async (row, token) =>
            {
                var seen = new Dictionary<Guid, int>();
                while (await row.ReadAsync(token))
                {
                    seen[row.GetGuid(0)] = row.GetInt32(1);
                }

                return seen;
            }),
            ct);
    }

    // Whether all revisions are seen, and else the last one that a contract in sight is on: who holds a contract on another firm's edition reads what it is on.
    private (string All, string OnContract) Shown(List<NpgsqlParameter> parameters)
    {
        if (actor.Kind == ActorKind.SYSTEM)
        {
            return ("true", "0");
        }

        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.OrganisationId ?? Guid.Empty });
        var own = $"${parameters.Count}";
        var contracts = actor.Role == Role.SUBCONTRACTOR_OFFICER
            ? $"mt_doc_part p JOIN mt_doc_contract c ON c.id = p.contract_id WHERE {Visible.Parts(actor, parameters, "p")}"
            : $"mt_doc_contract c WHERE {Visible.To(actor, parameters)}";
        return ($"""
            (d.standing = 'ADOPTED' OR d.firm_id = {own}
             OR (d.adoption_requested AND EXISTS (SELECT FROM mt_doc_organisation o WHERE o.id = {own} AND o.kind = 'MINISTRY_OFFICE'))
             OR EXISTS (SELECT FROM {contracts} AND c.edition_codes @> ARRAY[d.code] AND c.contractor_organisation_id = d.firm_id))
            """,
            $"(SELECT max(c.edition_revision) FROM {contracts} AND c.edition_code = d.code)");
    }
}
