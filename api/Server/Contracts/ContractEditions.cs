using Npgsql;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Contracts;

/// <summary>The edition that a contract goes by: one that its actor sees, and that is everyone's or the contractor's own.</summary>
internal sealed class ContractEditions(EditionsInSight sight, Session session)
{
    /// <summary>An edition for a contract; refused where it is none. That it still is one when the contract is saved, the transaction demands.</summary>
    /// <param name="code">Its code, as somebody named it.</param>
    /// <param name="revision">Its revision; the latest for null.</param>
    /// <param name="firmId">The contractor's organisation, where it is here.</param>
    /// <param name="held">The edition that the contract is on, which it keeps however that stands; null for a new contract.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AnnexEdition> For(string code, int? revision, Guid? firmId, string? held, CancellationToken ct)
    {
        if (await sight.Find(code, ct) is not { } found || found.Value.Revision(revision) is not { } edition)
        {
            throw new ProblemException(Problems.From(ContractRefusals.EditionUnknown));
        }

        if (edition.Code == held)
        {
            return edition;
        }

        found.Value.NotFor(firmId).ThrowIfRefused();
        session.QueueSql(new NpgsqlBatchCommand("SELECT require_edition_for($1, $2)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = found.Id }, new NpgsqlParameter { Value = (object?)firmId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } },
        });
        return edition;
    }
}
