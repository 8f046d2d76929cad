using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A file that goes with an act's mail.</summary>
/// <param name="Id">In the contract's files; null for the docx and PDF of a 確認書類 or a report, which have a store of their own.</param>
internal sealed record AttachedFile(Guid? Id, string Sha256, string Name, long Bytes);

/// <summary>
/// The files that go with the mail of an act: its own, and those of what it is for, as they were frozen. The caller has found the act
/// inside the boundary, and may see every personal field of its contract's 確認書類.
/// </summary>
internal sealed class ActAttachments(KeptFiles kept, IEnumerable<ITargetFiles> targets)
{
    /// <summary>What is attached; the bytes of an act's own files are read by <c>Load</c>.</summary>
    public Task<IReadOnlyList<(AttachedFile File, MailAttachment? Content)>> Of(AuthorityAct act, CancellationToken ct) =>
        Of(act.ContractId, act.Content.Target, act.Content.Files, ct);

    private async Task<IReadOnlyList<(AttachedFile File, MailAttachment? Content)>> Of(Guid contractId, ActTarget? about, IReadOnlyList<FileRef> own, CancellationToken ct)
    {
        var files = new List<(AttachedFile, MailAttachment?)>();
        if (about is { Kind: TargetKind.FILE } && await kept.Find(about.Id, ct) is { Value: { ErasedBecause: null } file })
        {
            files.Add((Of(file.File), null));
        }
        else if (about is not null && targets.FirstOrDefault(target => target.Kind == about.Kind) is { } target)
        {
            files.AddRange((await target.Load(contractId, about, ct)).Select(content => (Of(content), (MailAttachment?)content)));
        }

        return [.. files, .. own.Where(f => f.Id != about?.Id).Select(f => (Of(f), (MailAttachment?)null))];
    }

    /// <summary>All that is attached, with its bytes; what was erased since is left out.</summary>
    public async Task<IReadOnlyList<MailAttachment>> Load(AuthorityAct act, CancellationToken ct) => await Load(await Of(act, ct), ct);

    /// <summary>The same of a communication.</summary>
    public async Task<IReadOnlyList<MailAttachment>> Load(CommunicationRecorded said, CancellationToken ct) =>
        await Load(await Of(said.ContractId, said.Target, said.Files, ct), ct);

    private async Task<IReadOnlyList<MailAttachment>> Load(IReadOnlyList<(AttachedFile File, MailAttachment? Content)> attached, CancellationToken ct)
    {
        var loaded = new List<MailAttachment>();
        foreach (var (file, content) in attached)
        {
            if (content is not null)
            {
                loaded.Add(content);
            }
            else if (file.Id is { } id && await kept.Content(id, ct) is { } found)
            {
                loaded.Add(new(found.File.Name, found.MediaType, found.Content));
            }
        }

        return loaded;
    }

    private static AttachedFile Of(FileRef file) => new(file.Id, file.Sha256, file.Name, file.Bytes);

    private static AttachedFile Of(MailAttachment file) =>
        new(Id: null, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)), file.Name, file.Content.LongLength);
}
