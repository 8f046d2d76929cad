using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Reminders;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reminders;

/// <summary>How somebody is reminded by mail.</summary>
/// <param name="Address">At which address; null for who has none here.</param>
/// <param name="Chosen">What they chose; null where they did not, and the 課室 or the 既定値 says it.</param>
/// <param name="Rhythm">What holds for them.</param>
/// <param name="Choices">What they may choose; the last is the least.</param>
/// <param name="IsMandatory">Whether what is late is told in any case.</param>
/// <param name="Language">In which language.</param>
/// <param name="Goes">Whether a mail server is there by which anything goes.</param>
internal sealed record ReminderDetails(
    string? Address, ReminderRhythm? Chosen, ReminderRhythm Rhythm, IReadOnlyList<ReminderRhythm> Choices, bool IsMandatory, MailLanguage Language, bool Goes);

/// <summary>What people choose about their own reminders.</summary>
internal sealed class OwnReminders(ReminderWishes wishes, Digests digests, People people, Mail.Mails mails, TimeProvider time)
{
    private static readonly Refusal RhythmUnknown = new("reminder-rhythm-not-yours", RefusalKind.INVALID, new(
        "この頻度は選べません。表示された中からお選びください。", "This is not to be chosen. Choose one of those that are shown."), "/rhythm");

    private static readonly Refusal NoAccount = new("account-missing", RefusalKind.CONFLICT, new(
        "このアカウントには、お知らせを送るメールアドレスがありません。", "This account has no address to send reminders to."));

    /// <summary>How a person is reminded.</summary>
    public async Task<ReminderDetails> Of(Guid personId, Actor actor, CancellationToken ct)
    {
        var (to, side) = (await wishes.Of(personId, ct), await SideOf(personId, ct));
        var rhythm = to is null ? ReminderRhythms.DefaultOf(side) : await digests.RhythmOf(to, actor, ct);
        return new(to?.Mail, to?.Rhythm, rhythm, ReminderRhythms.ToChoose(side), side == Side.CONTRACTOR, to?.Language ?? MailLanguage.JA, mails.CanGo);
    }

    /// <summary>Sets what a person chose; null gives the choice back.</summary>
    public async Task Choose(Guid personId, ReminderRhythm? rhythm, MailLanguage language, CancellationToken ct)
    {
        NoAccount.ThrowIf(await wishes.Of(personId, ct) is null);
        RhythmUnknown.ThrowIf(rhythm is { } chosen && !ReminderRhythms.ToChoose(await SideOf(personId, ct)).Contains(chosen));
        await wishes.Set(personId, rhythm, language, ct);
    }

    /// <summary>Gives a person the least mail that there is for them.</summary>
    public async Task Least(Guid personId, CancellationToken ct)
    {
        if (await wishes.Of(personId, ct) is { } to)
        {
            await wishes.Set(personId, ReminderRhythms.Least(await SideOf(personId, ct)), to.Language, ct);
        }
    }

    // Whoever acts for a contractor in any part hears of what is late.
    private async Task<Side> SideOf(Guid personId, CancellationToken ct)
    {
        var acting = (await people.Find(personId, ct))?.Value.ActingOn(Tokyo.Today(time)) ?? [];
        return acting.Count > 0 && acting.All(m => People.ActorOf(personId, m).Side == Side.OFFICER) ? Side.OFFICER : Side.CONTRACTOR;
    }
}
