using System.Globalization;
using Npgsql;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Inbox;

/// <summary>
/// Brings what is to be done up to date where nobody has looked; all of it on each new day, on which people may have come or gone by what was
/// said before, and after a release with other rules or folds.
/// </summary>
internal sealed class KeepInbox(NpgsqlDataSource database, InboxKeeper keeper, IEnumerable<InboxSource> sources, TimeProvider time) : IRecurringJob
{
    // To be raised with every change of what a reckoner says.
    private const string Rules = "2";

    public async Task Run(CancellationToken ct)
    {
        var rules = string.Join('\n', sources.Select(source => source.ToString()).Append(Standings.Keep).Append(Rules).Append($"{Holidays.Announced?.AnnouncedThrough} {Holidays.Announced?.Days.Count}").Append(Tokyo.Today(time).ToString("O", CultureInfo.InvariantCulture)));
        await database.Run(
            SqlStatement.Of(
                """
                WITH now AS (SELECT $1 || coalesce(string_agg(noun || fingerprint, ',' ORDER BY noun), '') AS rules FROM noun_folds),
                changed AS (
                    INSERT INTO inbox_rules (one, rules) SELECT true, md5(rules) FROM now
                    ON CONFLICT (one) DO UPDATE SET rules = excluded.rules WHERE inbox_rules.rules <> excluded.rules RETURNING 1)
                INSERT INTO inbox_stale (contract_id) SELECT id FROM mt_doc_contract WHERE EXISTS (SELECT FROM changed)
                """,
                rules),
            ct);
        await keeper.KeepAll(ct);
    }
}
