using System.Globalization;
using System.Text;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Files;
using SecurityTracker.EventStore;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, or an inquiry answered. A person sends it; the program does not.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'.</param>
/// <param name="Cc">The officers' own addresses.</param>
/// <param name="Attachments">The act's files, and those of the 確認書類 or the report it is for.</param>
/// <param name="TooLarge">Whether they are more than the 10 MB that the ministry's mail takes; then they go in several mails.</param>
public sealed record ActMail(
    IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Body, IReadOnlyList<AttachedFile> Attachments, long TotalBytes, bool TooLarge);

/// <summary>Composes the mails of acts, within what the actor sees.</summary>
public sealed class ActMails(ActReader acts, ActAttachments attachments, Session session, PersonalValues values, Actor actor, TimeProvider time)
{
    /// <summary>What the ministry's mail takes, all files together.</summary>
    public const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>The mail of an act, or null where the actor sees none of this id.</summary>
    public async Task<ActMail?> Compose(Guid id, CancellationToken ct)
    {
        if (await acts.Find(id, ct) is not { } found)
        {
            return null;
        }

        var act = found.Value;
        var contract = (await session.Load<Contract>(act.ContractId, ct))!.Value;
        var officers = contract.OfficersOn(Tokyo.Today(time));
        var people = act.Content.Scope?.People ?? [];
        PersonalRef?[] refs = [contract.Section.SectionMail, contract.Contractor.RepresentativeName, .. officers.Select(o => o.Mail), .. people.Select(p => (PersonalRef?)p)];
        var known = await values.Load([.. refs.OfType<PersonalRef>()], ct);
        string[] section = contract.Section.SectionMail is { } shared && Mailbox.IsAddress(known[shared]) ? [known[shared]] : [];
        string[] own = [.. officers.Select(o => o.Mail).OfType<PersonalRef>().Select(m => known[m]).Where(Mailbox.IsAddress).Except(section).Distinct(StringComparer.OrdinalIgnoreCase)];
        AttachedFile[] files = [.. (await attachments.Of(act, ct)).Select(a => a.File)];
        var bytes = files.Sum(f => f.Bytes);
        return new(
            section.Length > 0 ? section : own, section.Length > 0 ? own : [],
            $"{MailSubjects.Of(contract.MailSubjectPattern, contract.Name, Title(act))}（整理番号：{MailReference.Of(id)}）",
            Body(id, act, contract, files, [.. people.Select(p => known[p])], contract.IsContractors(actor) ? known[contract.Contractor.RepresentativeName] : null, Tokyo.Today(time)),
            files, bytes, bytes > MaxBytes);
    }

    /// <summary>The same as a mail to be sent, with its files; null where there is none. The caller has looked whether it goes.</summary>
    public async Task<OutgoingMail?> Letter(Guid id, ActMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return await acts.Find(id, ct) is not { } found ? null : new OutgoingMail([.. mail.To.Select(a => new Mailbox(a))], mail.Subject, mail.Body)
        {
            Cc = [.. mail.Cc.Select(a => new Mailbox(a))], Attachments = await attachments.Load(found.Value, ct),
        };
    }

    private static string Title(AuthorityAct act) => $"{act.Content.Title}（{act.Wording}のお願い）";

    // 公用文: a preface, 記, numbered points with full-width digits, 以上.
    private string Body(
        Guid id, AuthorityAct act, Contract contract, IReadOnlyList<AttachedFile> files, IReadOnlyList<string> people, string? representative, DateOnly today)
    {
        var body = new StringBuilder();
        body.Append(contract.AddresseeOn(today)).Append("\n\n")
            .Append("　平素よりお世話になっております。").Append(contract.PartyOf(actor)).Append("です。\n")
            .Append("　下記の件について、").Append(Basis(act)).Append(act.Wording).Append("をお願いいたします。\n")
            .Append("　御確認の上、このメールに返信する形で、御回答（").Append(act.Wording).Append("の可否、条件がある場合はその内容）をくださいますようお願いいたします。\n\n")
            .Append("記\n\n");
        var number = 0;
        void Point(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                body.Append(Wareki.FullWidth(++number)).Append('　').Append(name).Append('\n').Append(Indented(text)).Append('\n');
            }
        }

        Point("契約件名", contract.Name);
        Point("件名", act.Content.Title);
        Point("内容", act.Content.Text);
        if (act.Content.Scope is { } scope)
        {
            Point("包括の範囲", scope.What);
            Point("媒体・サービス", string.Join('、', scope.Media));
            Point("目的", string.Join('、', scope.Purposes));
            Point("場所", string.Join('、', scope.Places));
            Point("従事者", string.Join('、', people));
            Point("終期", Wareki.Format(scope.Until));
        }

        Point("開始予定日", act.Content.StartsOn is { } starts ? Wareki.Format(starts) : null);
        Point("開始日", act.Content.StartedOn is { } started ? Wareki.Format(started) : null);
        Point("添付ファイル", string.Join('\n', files.Select(f => $"・{f.Name}")));
        Point("整理番号", MailReference.Of(id));
        return body.Append("以上\n\n").Append(contract.PartyOf(actor)).Append('\n').Append(representative is null ? "" : representative + "\n").ToString();
    }

    private static string Basis(AuthorityAct act) => act.Number is { } number
        ? $"情報セキュリティに関する事項{Wareki.FullWidth(number)}）に基づき、"
        : act.Approver == Approver.RESPONSIBLE_SECTION ? "調達仕様書の定めに基づき、担当課室の" : "";

    private static string Indented(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Create(CultureInfo.InvariantCulture, $"　　{line}\n")));
}
