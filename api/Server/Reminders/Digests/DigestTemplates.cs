using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.Reminders;

/// <summary>What reminders say, shown of a made-up day: to a contractor's officer with everything that one can tell of, and to an officer of the ministry.</summary>
internal sealed class DigestTemplates : IMailTemplates
{
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    public IReadOnlyList<MailTemplate> Templates { get; } =
    [
        .. Enum.GetValues<MailLanguage>().SelectMany(language => new[]
        {
            Of("contractor", language, Contractor),
            Of("officer", language, Officer),
            Of("not-reached", language, NotReached),
        }),
    ];

    private static MailTemplate Of(string name, MailLanguage language, Func<MailLanguage, Digest> digest) => new(
        $"digest-{name}-{(language == MailLanguage.JA ? "ja" : "en")}", MailKind.DIGEST, language,
        DigestLetter.Of(digest(language), MailTemplate.Site, new Uri($"{MailTemplate.Site}/api/unsubscribe/sample")));

    private static Digest Contractor(MailLanguage language) => Empty(language, Side.CONTRACTOR, ReminderRhythm.DAILY) with
    {
        Items =
        [
            Item("CONDITION_TO_KEEP", "ACT", Today.AddDays(-2), DueKind.DEADLINE),
            Item("REPORT_TO_SUBMIT", "REPORT", Today, DueKind.DEADLINE),
            Item("DOCUMENT_TO_PRESENT", "CONFIRMATION_DOCUMENT", Today.AddDays(6), DueKind.GUIDE),
            Item("INQUIRY", "ACT", due: null, dueIs: null),
            Item("ITEMS_TO_RECORD", "CONTRACT", Today.AddDays(-8), DueKind.GUIDE),
        ],
        Awaited = [Item("ACT_TO_DECIDE", "ACT", Today.AddDays(1), DueKind.DEADLINE)],
        OfOthers = [Item("PART_TO_FILL", "PART", Today.AddDays(-7), DueKind.DEADLINE)],
        NotReached = ["見本　次郎"],
        Others = 3,
    };

    private static Digest Officer(MailLanguage language) => Empty(language, Side.OFFICER, ReminderRhythm.WEEKLY) with
    {
        Items = [Item("ACT_TO_DECIDE", "ACT", due: null, dueIs: null), Item("REPORT_TO_REVIEW", "REPORT", due: null, dueIs: null)],
    };

    private static Digest NotReached(MailLanguage language) => Empty(language, Side.CONTRACTOR, ReminderRhythm.LATE_ONLY) with { NotReached = ["見本　次郎"] };

    private static Digest Empty(MailLanguage language, Side side, ReminderRhythm rhythm) => new(
        new(Guid.Empty, MailTemplate.Reader.Address, Rhythm: null, language, Told: null), MailTemplate.Reader.Name!, Today)
    {
        Items = [], Awaited = [], OfOthers = [], NotReached = [], Others = 0, Rhythm = rhythm, OrganisationId = null, Side = side,
    };

    private static InboxItem Item(string type, string noun, DateOnly? due, DueKind? dueIs) => new(
        type, noun, Guid.Empty, "", Guid.Empty, "令和8年度　見本調査", "株式会社見本総合研究所", Kind: null, Subject: null, Wording: null, Title: null, State: null,
        Since, Today.DayNumber - Moment.DayOf(Since).DayNumber, StartsOn: null, due, dueIs, Provisional: false, due?.DayNumber - Today.DayNumber, Awaits: null, Requirement: null, Basis: null,
        Urgent: false, Opened: false, Mine: true, Version: 1, IsNotice: false, Done: null, Report: null);
}
