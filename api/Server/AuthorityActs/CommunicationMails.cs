using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Contracts;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication as a mail to an officer who is not here. A person sends it; the program does not.</summary>
/// <param name="To">The 課室's shared address, and where there is none the officers'; empty where none is known.</param>
/// <param name="Cc">The officers' own addresses.</param>
/// <param name="Attachments">The names of the files to attach.</param>
/// <param name="IsAgain">Whether it was sent before, as a person noted, no word of the officer followed, and this mail asks again (再送).</param>
internal sealed record CommunicationMail(IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Body, IReadOnlyList<string> Attachments, bool IsAgain);

/// <summary>Composes the mails of communications, within what the actor sees.</summary>
internal sealed class CommunicationMails(CommunicationReader reader, ContractReader contracts, ActAttachments attachments, ContractLetters letters, TimeProvider time)
{
    private DateOnly Today => Tokyo.Today(time);

    /// <summary>The mail as it is to be sent now, or null where the actor sees no communication of this id.</summary>
    public async Task<CommunicationMail?> Compose(Guid id, CancellationToken ct)
    {
        if (await LetterOf(id, ct) is not ({ } contract, { } letter))
        {
            return null;
        }

        var (to, cc) = await letters.To(contract, ct);
        return new(to, cc, ContractLetters.Subject(contract, letter.Title, id), await letters.Body(contract, letter, ct), [.. letter.Attachments.Select(file => file.Name)], letter.Repeats is not null);
    }

    /// <summary>What the mail says, with its files; null as above.</summary>
    public async Task<(Contract Contract, Letter Letter)?> LetterOf(Guid id, CancellationToken ct)
    {
        if (await reader.Find(id, ct) is not { Value: { Said: { } said } one })
        {
            return null;
        }

        var contract = (await contracts.Find(said.ContractId, ct))!.Value;
        var others = (await reader.OfThread(said.ThreadId, ct)).Where(other => other.Id != id && other.Value.Said is not null).Select(other => other.Value).ToList();
        var called = others.Append(one).Any(other => other.IsCallOf(Today));
        var isAgain = IsUnanswered(said, one, others) && Moment.DayOf(said.ActAt) < Today;
        var title = said.Urgent ? "情報セキュリティ事故（おそれを含む。）の第一報" : $"{said.Wording}について";
        var files = await attachments.Load(said, ct);
        LetterPoint[] points =
        [
            new("契約件名", contract.Name),
            new("日時", $"{Wareki.Format(Moment.DayOf(said.ActAt))} {Tokyo.Time(said.ActAt):HH:mm}"),
            new("内容", said.Text),
            new("添付ファイル", string.Join('\n', files.Select(f => $"・{f.Name}"))),
        ];
        return (contract, new Letter(id, MessageId(id, isAgain), (isAgain ? Letter.Again : "") + title, [.. Sentences(said, called, isAgain)], points)
        {
            Attachments = files,
            AnswerFields = said.Direction == Direction.FROM_CONTRACTOR ? ["受け取られた日", "御指示・御確認の内容", "御回答者（所属・氏名）"] : [],
            Earlier = [.. others.Where(other => other.Said!.ActAt <= said.ActAt).Select(Earlier)],
            Repeats = isAgain ? MessageId(id, isAgain: false) : null,
        });
    }

    private static IEnumerable<string> Sentences(CommunicationRecorded said, bool called, bool isAgain)
    {
        if (called)
        {
            yield return Letter.AfterCall;
        }

        yield return isAgain
            ? $"{LetterWords.SentOn(said.ActAt, said.Channel)}下記の件（{said.Wording}）について、御確認の御連絡をまだいただいておりません。"
            : $"下記のとおり、{said.Wording}します。";
        yield return "御確認くださいますようお願いいたします。";
        if (isAgain)
        {
            yield return Letter.Crossed;
        }
    }

    // Sent by a person, and neither confirmed nor followed by a word of the officer.
    private static bool IsUnanswered(CommunicationRecorded said, Communication one, IReadOnlyList<Communication> others) =>
        said is { Direction: Direction.FROM_CONTRACTOR, Channel: not (Channel.UNSENT or Channel.SYSTEM) } && one.Status == CommunicationStatus.RECORDED
        && !others.Any(other => other is { Said: { Direction: Direction.FROM_OFFICER } answer, Status: not CommunicationStatus.OBJECTED } && answer.ActAt >= said.ActAt);

    private static EarlierWord Earlier(Communication other) => new(
        Moment.DayOf(other.Said!.ActAt), $"{(other.Said.Direction == Direction.FROM_OFFICER ? "担当職員から" : other.Said.Direction == Direction.FROM_CONTRACTOR ? "当方から" : "双方")}（{other.Said.Wording}）", other.Said.Text);

    private string MessageId(Guid id, bool isAgain) => string.Create(
        CultureInfo.InvariantCulture, $"communication-{id:N}{(isAgain ? $"-{Today:yyyyMMdd}" : "")}@securitytracker.invalid");
}
