using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using SecurityTracker.Domain.Reports.Review;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The files that a request names, as events refer to them.</summary>
public sealed class Proofs
{
    /// <summary>The files, or why they cannot be meant.</summary>
    public Task<(IReadOnlyList<FileRef> Files, Refusal? Refusal)> Resolve(Guid contractId, IReadOnlyList<Guid>? fileIds, CancellationToken ct)
    {
        _ = contractId;
        IReadOnlyList<FileRef> none = [];
        return Task.FromResult((none, fileIds is { Count: > 0 } ? CourseRefusals.FileMissing : null));
    }
}
