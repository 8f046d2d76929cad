using SecurityTracker.Domain.ConfirmationDocuments;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.ConfirmationDocuments;

/// <summary>
/// Says to reports which version of the 確認書類 their rows answer for: 「確認書類で示された遵守の方法の実施状況をチェックするもの」. The caller has
/// found the contract inside the boundary.
/// </summary>
internal sealed class VersionInForce(Session session, ActsOnVersions acts, TimeProvider time)
{
    /// <summary>The version in force on the day of a report, or today while it has no date; null where none is.</summary>
    public async Task<int?> For(Guid contractId, DateOnly? reportedOn, CancellationToken ct)
    {
        if (await session.Load<ConfirmationDocument>(StreamId.ConfirmationDocument(contractId), ct) is not { Value.Versions.Count: > 0 } document)
        {
            return null;
        }

        var words = (await acts.Of(document.Id, document.Value, ct)).Select(act => act.Word).OfType<WordOnVersion>();
        return VersionsInForce.On(document.Value.Versions, [.. words], reportedOn ?? Tokyo.Today(time))?.Version;
    }
}
