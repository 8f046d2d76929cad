using System.Text.Json.Serialization;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Domain.Access;

/// <summary>The kinds of decision for which a 課室 can want a second pair of eyes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewedKind>))]
public enum ReviewedKind
{
    /// <summary>了承.</summary>
    ACKNOWLEDGE,

    /// <summary>同意.</summary>
    CONSENT,

    /// <summary>許可.</summary>
    PERMIT,

    /// <summary>承認.</summary>
    APPROVE,

    /// <summary>利用承認.</summary>
    USE_APPROVE,

    /// <summary>確認.</summary>
    CONFIRM,

    /// <summary>報告の確認: what is sent back on a report.</summary>
    REPORT_REVIEW,
}

/// <summary>The kinds for which a 課室 wants a second pair of eyes.</summary>
public sealed record SectionRule(Guid SectionId, IReadOnlyList<ReviewedKind> SecondPairOfEyes);

/// <summary>How many years after the fiscal year a 課室 keeps what was handed in to it.</summary>
public sealed record SectionRetention(Guid SectionId, int Years);

/// <summary>How often a 課室 wants its people written to who have not chosen themselves.</summary>
public sealed record SectionReminders(Guid SectionId, ReminderRhythm Rhythm);

/// <summary>Another decides in the place of the 課室長 for some days.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SectionId">The 課室.</param>
/// <param name="ByPersonId">The 課室長 who delegates.</param>
/// <param name="ToPersonId">Who decides.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Delegation(Guid Id, Guid SectionId, Guid ByPersonId, Guid ToPersonId, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it holds on a day (in Tokyo).</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>The 課室's shared address from now on; no person's.</summary>
public sealed record SectionMailChanged(Guid SectionId, string? Mail) : IOrganisationEvent;

/// <summary>The kinds for which the 課室 wants a second pair of eyes from now on.</summary>
public sealed record SectionReviewRulesSet(Guid SectionId, IReadOnlyList<ReviewedKind> SecondPairOfEyes) : IOrganisationEvent;

/// <summary>How many years after the fiscal year the 課室 keeps what is handed in (保存期間); null for the 既定値.</summary>
public sealed record SectionRetentionSet(Guid SectionId, int? Years) : IOrganisationEvent;

/// <summary>How often the people of the 課室 are written to who have not chosen themselves; null for the 既定値.</summary>
public sealed record SectionReminderRhythmSet(Guid SectionId, ReminderRhythm? Rhythm) : IOrganisationEvent;

/// <summary>The 課室長 lets another decide from the first day to the last.</summary>
public sealed record SectionDelegated(Guid DelegationId, Guid SectionId, Guid ByPersonId, Guid ToPersonId, DateOnly From, DateOnly Until) : IOrganisationEvent;

/// <summary>A delegation was taken back; what was decided under it stays.</summary>
public sealed record SectionDelegationEnded(Guid DelegationId) : IOrganisationEvent;

/// <summary>Changes the shared address of a 課室, or takes it away.</summary>
public sealed record ChangeSectionMail(Guid SectionId, string? Mail) : IOrganisationCommand;

/// <summary>Says for which kinds a 課室 wants a second pair of eyes.</summary>
public sealed record SetSectionReviewRules(Guid SectionId, IReadOnlyList<ReviewedKind> SecondPairOfEyes) : IOrganisationCommand;

/// <summary>Says how long a 課室 keeps what is handed in: 1 to 30 years, or null for the 既定値.</summary>
public sealed record SetSectionRetention(Guid SectionId, int? Years) : IOrganisationCommand;

/// <summary>Says how often the people of a 課室 are written to who have not chosen themselves: daily, weekly or not at all; null for the 既定値.</summary>
public sealed record SetSectionReminderRhythm(Guid SectionId, ReminderRhythm? Rhythm) : IOrganisationCommand;

/// <summary>Lets another decide.</summary>
/// <param name="ToIsOfSection">Whether the other is a 担当職員 of the 課室 on the first day: known where the people are.</param>
public sealed record DelegateSection(
    Guid DelegationId, Guid SectionId, Guid ByPersonId, Guid ToPersonId, DateOnly From, DateOnly Until, bool ToIsOfSection) : IOrganisationCommand;

/// <summary>Takes a delegation back.</summary>
public sealed record EndSectionDelegation(Guid SectionId, Guid DelegationId) : IOrganisationCommand;

/// <summary>The rules of what a 課室 works by.</summary>
internal static class SectionSettings
{
    private const int LongestDays = 366;
    private const int MostYears = 30;

    public static Decision Decide(IOrganisationCommand command, Organisation state) => command switch
    {
        ChangeSectionMail c => Change(c with { Mail = string.IsNullOrWhiteSpace(c.Mail) ? null : c.Mail }, state),
        SetSectionReviewRules c => Set(c, state),
        SetSectionRetention c => Set(c, state),
        SetSectionReminderRhythm c => Set(c, state),
        DelegateSection c => Delegate(c, state),
        EndSectionDelegation c => state.Delegations.Any(d => d.Id == c.DelegationId && d.SectionId == c.SectionId)
            ? Decision.Accept(new SectionDelegationEnded(c.DelegationId))
            : Decision.Refuse(SectionRefusals.NotFound),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule"),
    };

    public static Organisation Evolve(Organisation state, IOrganisationEvent e) => e switch
    {
        SectionMailChanged m => state with { Sections = [.. state.Sections.Select(s => s.Id == m.SectionId ? s with { Mail = m.Mail } : s)] },
        SectionReviewRulesSet r => state with { Rules = [.. state.Rules.Where(x => x.SectionId != r.SectionId), new(r.SectionId, r.SecondPairOfEyes)] },
        SectionRetentionSet r => state with
        {
            Retentions = [.. state.Retentions.Where(x => x.SectionId != r.SectionId), .. r.Years is { } years ? [new SectionRetention(r.SectionId, years)] : Array.Empty<SectionRetention>()],
        },
        SectionReminderRhythmSet r => state with
        {
            Reminders = [.. state.Reminders.Where(x => x.SectionId != r.SectionId), .. r.Rhythm is { } rhythm ? [new SectionReminders(r.SectionId, rhythm)] : Array.Empty<SectionReminders>()],
        },
        SectionDelegated d => state with { Delegations = [.. state.Delegations, new(d.DelegationId, d.SectionId, d.ByPersonId, d.ToPersonId, d.From, d.Until)] },
        SectionDelegationEnded d => state with { Delegations = [.. state.Delegations.Where(x => x.Id != d.DelegationId)] },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    private static Decision Change(ChangeSectionMail c, Organisation state) => state.Sections.FirstOrDefault(s => s.Id == c.SectionId) switch
    {
        null => Decision.Refuse(SectionRefusals.NotFound),
        var section when section.Mail == c.Mail => Decision.Nothing,
        _ when c.Mail is not null && !ContractRules.LooksLikeMail(c.Mail) => Decision.Refuse(OrganisationRefusals.MailWrong.At("/mail")),
        _ => Decision.Accept(new SectionMailChanged(c.SectionId, c.Mail)),
    };

    private static Decision Set(SetSectionReviewRules c, Organisation state)
    {
        ReviewedKind[] kinds = [.. c.SecondPairOfEyes.Distinct().Order()];
        return state.Sections.All(s => s.Id != c.SectionId) ? Decision.Refuse(SectionRefusals.NotFound)
            : kinds.Any(kind => !Enum.IsDefined(kind)) ? Decision.Refuse(SectionRefusals.KindUnknown)
            : state.SecondPairOfEyes(c.SectionId).SequenceEqual(kinds) ? Decision.Nothing
            : Decision.Accept(new SectionReviewRulesSet(c.SectionId, kinds));
    }

    private static Decision Set(SetSectionRetention c, Organisation state) =>
        state.Sections.All(s => s.Id != c.SectionId) ? Decision.Refuse(SectionRefusals.NotFound)
        : c.Years is < 1 or > MostYears ? Decision.Refuse(SectionRefusals.YearsInvalid)
        : state.RetentionYears(c.SectionId) == c.Years ? Decision.Nothing
        : Decision.Accept(new SectionRetentionSet(c.SectionId, c.Years));

    private static Decision Set(SetSectionReminderRhythm c, Organisation state) =>
        state.Sections.All(s => s.Id != c.SectionId) ? Decision.Refuse(SectionRefusals.NotFound)
        : c.Rhythm is not (null or ReminderRhythm.DAILY or ReminderRhythm.WEEKLY or ReminderRhythm.OFF) ? Decision.Refuse(SectionRefusals.RhythmUnknown)
        : state.ReminderRhythm(c.SectionId) == c.Rhythm ? Decision.Nothing
        : Decision.Accept(new SectionReminderRhythmSet(c.SectionId, c.Rhythm));

    private static Decision Delegate(DelegateSection c, Organisation state)
    {
        var refusal = c switch
        {
            _ when state.Sections.All(s => s.Id != c.SectionId) => SectionRefusals.NotFound,
            _ when c.ByPersonId == c.ToPersonId => SectionRefusals.DelegateItself,
            { ToIsOfSection: false } => SectionRefusals.PersonUnknown.At("/toPersonId"),
            _ when c.Until < c.From => SectionRefusals.DaysInvalid,
            _ when c.Until.DayNumber - c.From.DayNumber > LongestDays => SectionRefusals.DaysTooMany,
            _ => ContractRules.CheckDay(c.From, "/from"),
        };
        return refusal is null
            ? Decision.Accept(new SectionDelegated(c.DelegationId, c.SectionId, c.ByPersonId, c.ToPersonId, c.From, c.Until))
            : Decision.Refuse(refusal);
    }
}

/// <summary>Why settings of a 課室 are refused, and what to do next.</summary>
public static class SectionRefusals
{
    /// <summary>No such 課室, or none of the actor's.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "課室又は委任の登録が見つかりません。一覧からお選びください。", "There is no such section or delegation. Choose one from the list."));

    /// <summary>Not one of the kinds.</summary>
    public static readonly Refusal KindUnknown = new("review-kind-unknown", RefusalKind.INVALID, new(
        "二人目の確認を求める種別が正しくありません。一覧からお選びください。", "There is no such kind of decision. Choose from the list."), "/secondPairOfEyes");

    /// <summary>No number of years that a 保存期間 can have.</summary>
    public static readonly Refusal YearsInvalid = new("retention-years-invalid", RefusalKind.INVALID, new(
        "保存期間は１年から30年までの年数で指定してください。既定値に戻すときは空欄にしてください。",
        "The period of preservation is 1 to 30 years. Leave it out for the default."), "/years");

    /// <summary>No rhythm that a 課室 can have.</summary>
    public static readonly Refusal RhythmUnknown = new("reminder-rhythm-unknown", RefusalKind.INVALID, new(
        "お知らせメールの頻度が正しくありません。毎営業日、週１回又は送らないのいずれかをお選びください。", "There is no such rhythm for a section. Choose daily, weekly or off."), "/rhythm");

    /// <summary>Nobody delegates to themselves.</summary>
    public static readonly Refusal DelegateItself = new("delegate-itself", RefusalKind.INVALID, new(
        "自分自身に委任することはできません。ほかの担当職員をお選びください。", "You cannot delegate to yourself. Choose another officer."), "/toPersonId");

    /// <summary>Not an officer of the 課室 on that day.</summary>
    public static readonly Refusal PersonUnknown = new("officer-unknown", RefusalKind.INVALID, new(
        "その日にこの課室の担当職員である方をお選びください。", "Choose someone who is an officer of this section on that day."));

    /// <summary>The last day before the first.</summary>
    public static readonly Refusal DaysInvalid = new("delegation-days-invalid", RefusalKind.INVALID, new(
        "委任の終わりの日が始まりの日より前です。日付をご確認ください。", "The delegation ends before it begins. Check the days."), "/until");

    /// <summary>More than a year.</summary>
    public static readonly Refusal DaysTooMany = new("delegation-too-long", RefusalKind.INVALID, new(
        "委任は１年以内としてください。", "Delegate for at most a year."), "/until");

    /// <summary>Only officers of the contract's 課室 decide on its requests.</summary>
    public static readonly Refusal NotYours = new("decision-not-yours", RefusalKind.CONFLICT, new(
        "この契約の担当職員、課室長又は委任を受けた方が行います。担当職員にご連絡ください。",
        "The contract's officers, the section head or their delegate decide this. Please contact them."));

    /// <summary>The successor and the predecessor are one.</summary>
    public static readonly Refusal SuccessorItself = new("successor-itself", RefusalKind.INVALID, new(
        "後任には前任と別の方をお選びください。", "Choose someone else as the successor."), "/toPersonId");
}
