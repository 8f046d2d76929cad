using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>The mail by which an act is asked for, or an inquiry answered. A person sends it; the program does not.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'.</param>
/// <param name="Cc">The officers' own addresses.</param>
/// <param name="Attachments">The act's files, and those of the 確認書類 or the report it is for.</param>
/// <param name="TooLarge">Whether they are more than the 10 MB that the ministry's mail takes; then they go in several mails.</param>
/// <param name="IsAgain">Whether it was sent before, as a person noted, and this mail asks again (再送).</param>
internal sealed record ActMail(
    IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Body, IReadOnlyList<AttachedFile> Attachments, long TotalBytes, bool TooLarge, bool IsAgain);

/// <summary>Composes the mails of acts, within what the actor sees.</summary>
internal sealed class ActMails(ActReader acts, ActAttachments attachments, CommunicationReader communications, PersonalValues values, ContractLetters letters, TimeProvider time)
{
    /// <summary>What the ministry's mail takes, all files together.</summary>
    public const long MaxBytes = 10 * 1024 * 1024;

    private DateOnly Today => Tokyo.Today(time);

    /// <summary>The mail of an act as it is to be sent now, or null where the actor sees none of this id.</summary>
    public async Task<ActMail?> Compose(Guid id, CancellationToken ct)
    {
        if (await acts.Find(id, ct) is not { } found)
        {
            return null;
        }

        var act = found.Value;
        var contract = await acts.ContractOf(act, ct);
        var people = act.Content.Scope?.People ?? [];
        var known = await values.Load([.. people], ct);
        var (to, cc) = await letters.To(contract, ct);
        AttachedFile[] files = [.. (await attachments.Of(act, ct)).Select(a => a.File)];
        var bytes = files.Sum(f => f.Bytes);
        var course = ActCourse.Of(act, await acts.EventsOf(id, ct), (await communications.OfContract(act.ContractId, ct)).Select(one => one.Value), Today);
        var letter = new Letter(id, MessageIdOf(id, course.IsAgain(Today)), Title(act, course), [.. Sentences(act, course)], Points(act, contract, files, [.. people.Select(p => known[p])]))
        {
            AnswerFields = [$"{act.Wording}の可否（可・不可・条件付き）", "条件・理由", "回答日", "御回答者（所属・氏名）"],
            Earlier = course.Earlier,
        };
        return new(to, cc, ContractLetters.Subject(contract, letter.Title, id), await letters.Body(contract, letter, ct), files, bytes, bytes > MaxBytes, course.IsAgain(Today));
    }

    /// <summary>By what the mail is known: one that asks again has a name of its own each day.</summary>
    public string MessageIdOf(Guid id, bool isAgain) => isAgain ? MailReference.MessageId(id, Today) : MailReference.MessageId(id);

    /// <summary>The same as a mail to be sent, with its files; null where there is none. The caller has looked whether it goes.</summary>
    public async Task<OutgoingMail?> ToSend(Guid id, ActMail mail, CancellationToken ct) => await acts.Find(id, ct) is not { } found ? null : new OutgoingMail([.. mail.To.Select(a => new Mailbox(a))], mail.Subject, mail.Body)
    {
        Cc = [.. mail.Cc.Select(a => new Mailbox(a))], Attachments = await attachments.Load(found.Value, ct), InReplyTo = mail.IsAgain ? MailReference.MessageId(id) : null,
    };

    private string Title(AuthorityAct act, ActCourse course) => $"{(course.IsAgain(Today) ? Letter.Again : "")}{act.Content.Title}（{act.Wording}のお願い）";

    private IEnumerable<string> Sentences(AuthorityAct act, ActCourse course)
    {
        if (course.Called)
        {
            yield return Letter.AfterCall;
        }

        var isAgain = course.IsAgain(Today);
        yield return isAgain
            ? $"{LetterWords.SentOn(course.Sent!.ActAt, course.Sent.Channel)}下記の件について、{Basis(act)}{act.Wording}をお願いしておりますが、御回答をまだいただいておりません。"
            : $"下記の件について、{Basis(act)}{act.Wording}をお願いいたします。";
        yield return $"御確認の上、このメールに返信する形で、御回答（{act.Wording}の可否、条件がある場合はその内容）をくださいますようお願いいたします。";
        if (isAgain)
        {
            yield return Letter.Crossed;
        }
    }

    private LetterPoint[] Points(AuthorityAct act, Contract contract, IReadOnlyList<AttachedFile> files, IReadOnlyList<string> people)
    {
        var (content, scope) = (act.Content, act.Content.Scope);
        return
        [
            new("契約件名", contract.Name),
            new("件名", content.Title),
            new("内容", content.Text),
            new("包括の範囲", scope?.What),
            new("媒体・サービス", string.Join('、', scope?.Media ?? [])),
            new("目的", string.Join('、', scope?.Purposes ?? [])),
            new("場所", string.Join('、', scope?.Places ?? [])),
            new("従事者", string.Join('、', people)),
            new("終期", scope is null ? null : Wareki.Format(scope.Until)),
            new("開始予定日", content.StartsOn is { } starts ? Wareki.Format(starts) : null),
            new("御回答をいただきたい日", content.StartsOn is { } day && day > Today ? $"{Wareki.Format(day.AddDays(-1))}（開始予定日の前日）まで" : null),
            new("開始日", content.StartedOn is { } started ? Wareki.Format(started) : null),
            new("添付ファイル", string.Join('\n', files.Select(f => $"・{f.Name}"))),
        ];
    }

    private static string Basis(AuthorityAct act) => act.Number is { } number
        ? $"情報セキュリティに関する事項{Wareki.FullWidth(number)}）に基づき、"
        : act.Approver == Approver.RESPONSIBLE_SECTION ? "調達仕様書の定めに基づき、担当課室の" : "";
}
