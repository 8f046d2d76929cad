using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.DomainTests.AuthorityActs;

/// <summary>An act asked for, and who may speak of it.</summary>
internal static class ActExamples
{
    public static readonly Guid Contract = new("01990000-0000-7000-8000-000000000001");
    public static readonly Guid Contractor = new("01990000-0000-7000-8000-00000000000c");
    public static readonly Guid Officer = new("01990000-0000-7000-8000-00000000000f");
    public static readonly Guid Document = new("01990000-0000-7000-8000-0000000000dd");
    public static readonly PersonalRef Hanako = new(new Guid("01990000-0000-7000-8000-0000000000a1"));
    public static readonly PersonalRef Taro = new(new Guid("01990000-0000-7000-8000-0000000000a2"));
    public static readonly FileRef Scan = new(new Guid("01990000-0000-7000-8000-0000000000e1"), new string('a', 64), "受信メール.eml", 1200);
    public static readonly EditionRef InForce = new("ED-C", 1);

    /// <summary>Noon in Tokyo on 2026-11-20.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static readonly StandingScope Scope = new(
        "業務用ノートＰＣの省内持込み", ["ノートＰＣ"], ["打合せ"], ["本館３階会議室"], [Hanako], new(2027, 2, 26));

    public static readonly ActRequestContent Individual = new(
        "ノートＰＣの持込み", "11月24日の打合せで使用します。", ActMode.INDIVIDUAL, Scope: null, new(2026, 11, 24), StartedOn: null, Target: null, []);

    public static readonly ActRequestContent Standing = Individual with { Mode = ActMode.STANDING, Scope = Scope };

    public static readonly Procedure BringIn = Procedures.Act(ShippedEditions.All.Single(e => e.Code == "ED-C"), ProcedureSubject.BRING_IN, kind: null)!;

    public static ActMoment ByContractor { get; } = new(Side.CONTRACTOR, Contractor, new HashSet<Guid> { Officer }, Opened: true, Now);

    public static ActMoment ByOfficer { get; } = new(Side.OFFICER, Officer, new HashSet<Guid> { Contractor }, Opened: true, Now);

    public static AuthorityActRequested Requested(ActRequestContent? content = null) => new(
        Contract, BringIn.Subject, ActKind.PERMIT, Approver.SUPERVISING_OFFICER, InForce, 6, "17:6", "許可", Before: true, content ?? Individual);

    public static AuthorityActGranted Granted(string at = "2026-11-19T10:00+09:00", DateOnly? expiresOn = null, params string[] conditions) =>
        new([.. conditions.Select(text => new ActCondition(text))], expiresOn, At(at));

    public static AuthorityActRecordedFromOutside ByMail(ActOutcome outcome = ActOutcome.GRANTED, string? reason = null, int number = 1) =>
        new(number, outcome, Channel.MAIL, At("2026-11-19T10:00+09:00"), Taro, [], ExpiresOn: null, reason, Note: null, [Scan], Mail: null);

    /// <summary>The act after what happened to it.</summary>
    public static AuthorityAct Act(params IEnumerable<IAuthorityActEvent> events) => events.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
