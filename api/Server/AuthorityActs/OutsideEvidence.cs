using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Files;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Files;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>What proves something that was said outside of the program: files, a mail that was dropped in, and who said it.</summary>
internal sealed class OutsideEvidence(KeptFiles files, KeptMails mails, ActRequests requests)
{
    private static readonly Refusal NotRead = new("mail-not-read", RefusalKind.INVALID, new(
        "このファイルは、受信メールとして読み込まれていません。メールを読み込んでから記録してください。",
        "This file was not read in as a mail. Read the mail in first, then record it."), "/mailFileId");

    /// <summary>The evidence that a request names.</summary>
    public async Task<(IReadOnlyList<FileRef> Files, MailProof? Mail, PersonalNote? Officer)> Of(
        Guid thingId, Guid contractId, IReadOnlyList<Guid>? fileIds, Guid? mailFileId, string? officerName, CancellationToken ct)
    {
        IReadOnlyList<Guid> all = mailFileId is { } id ? [.. (fileIds ?? []).Append(id).Distinct()] : fileIds ?? [];
        var found = await files.Resolve(contractId, all, ct);
        var mail = mailFileId is { } dropped ? await mails.Proof(contractId, dropped, ct) : null;
        NotRead.ThrowIf(mailFileId is not null && mail is null);
        var officer = string.IsNullOrEmpty(officerName) ? null : new PersonalNote(officerName, (await requests.Names(thingId, [officerName], [], ct, "officerName"))[0]);
        return (found, mail, officer);
    }
}
