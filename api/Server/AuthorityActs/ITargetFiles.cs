using SecurityTracker.Domain.AuthorityActs;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>
/// The frozen files of one kind of thing that an act can be for. The noun that has them adds its own; whoever asks has found the act
/// inside the boundary.
/// </summary>
internal interface ITargetFiles
{
    /// <summary>Of what.</summary>
    TargetKind Kind { get; }

    /// <summary>The files; none where they were erased since, or the thing is not there.</summary>
    Task<IReadOnlyList<MailAttachment>> Load(Guid contractId, ActTarget target, CancellationToken ct);
}
