using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.DomainTests.AuthorityActs.ActExamples;

namespace SecurityTracker.DomainTests.AuthorityActs;

public sealed class StandingCoverageTests
{
    private static readonly DateOnly From = new(2026, 4, 1);
    private static readonly string[] Words = ["ノートＰＣ", "USBメモリ", "クラウド", "打合せ", "本館"];
    private static readonly PersonalRef[] People = [Hanako, Taro, new(new Guid("01990000-0000-7000-8000-0000000000a3"))];

    private static readonly Gen<StandingScope> Scopes =
        from media in Some(Words)
        from purposes in Some(Words)
        from places in Some(Words)
        from people in Some(People)
        from days in Gen.Choose(0, 400)
        select new StandingScope("範囲", media, purposes, places, people, From.AddDays(days));

    private static readonly Gen<ActUse> Uses =
        from day in Gen.Choose(-30, 430)
        from medium in Maybe(Words)
        from purpose in Maybe(Words)
        from place in Maybe(Words)
        from people in Some(People)
        select new ActUse(From.AddDays(day), medium, purpose, place, people);

    private static readonly Arbitrary<(StandingScope Scope, ActUse Use)> Pairs = (from scope in Scopes from use in Uses select (scope, use)).ToArbitrary();

    [Fact]
    public void It_says_exactly_what_lies_outside() => Prop.ForAll(Pairs, pair =>
    {
        var (scope, use) = pair;
        var outside = StandingCoverage.Outside(scope, From, scope.Until, use);
        return outside.Contains(ScopeRespect.TIME) == (use.On < From || use.On > scope.Until)
            && outside.Contains(ScopeRespect.MEDIUM) == (scope.Media.Count > 0 && !scope.Media.Contains(use.Medium))
            && outside.Contains(ScopeRespect.PURPOSE) == (scope.Purposes.Count > 0 && !scope.Purposes.Contains(use.Purpose))
            && outside.Contains(ScopeRespect.PLACE) == (scope.Places.Count > 0 && !scope.Places.Contains(use.Place))
            && outside.Contains(ScopeRespect.PEOPLE) == (scope.People.Count > 0 && (use.People.Count == 0 || use.People.Except(scope.People).Any()));
    }).QuickCheckThrowOnFailure();

    // An act from its request to its end: given on a day, perhaps with an expiry, perhaps taken back.
    private static readonly Gen<(StandingScope Scope, int Given, int? Expires, int? Withdrawn)> Lives =
        from scope in Scopes
        from given in Gen.Choose(0, 60)
        from expires in Gen.Choose(-200, 400)
        from withdrawn in Gen.Choose(-200, 400)
        select (scope, given, expires < given ? (int?)null : expires, withdrawn < given ? (int?)null : withdrawn);

    private static readonly Arbitrary<((StandingScope Scope, int Given, int? Expires, int? Withdrawn) Life, ActUse Use)> LivesAndUses =
        (from life in Lives from use in Uses select (life, use)).ToArbitrary();

    [Fact]
    public void An_act_covers_exactly_what_lies_inside_in_every_respect() => Prop.ForAll(LivesAndUses, pair =>
    {
        var ((scope, given, expires, withdrawn), use) = pair;
        DateTimeOffset Noon(int day) => new(From.AddDays(day), new TimeOnly(12, 0), TimeSpan.FromHours(9));
        IAuthorityActEvent[] events =
        [
            Requested(Standing with { Scope = scope }), new AuthorityActGranted([], expires is { } last ? From.AddDays(last) : null, Noon(given)),
            .. withdrawn is { } day ? new IAuthorityActEvent[] { new AuthorityActWithdrawn("理由", Noon(day)) } : [],
        ];
        bool Within(IReadOnlyList<string> allowed, string? said) => allowed.Count == 0 || allowed.Contains(said);
        var inside = use.On >= From.AddDays(given) && use.On <= scope.Until
            && (expires is null || use.On <= From.AddDays(expires.Value)) && (withdrawn is null || use.On <= From.AddDays(withdrawn.Value))
            && Within(scope.Media, use.Medium) && Within(scope.Purposes, use.Purpose) && Within(scope.Places, use.Place)
            && (scope.People.Count == 0 || (use.People.Count > 0 && use.People.All(scope.People.Contains)));
        return StandingCoverage.Outside(State(events), use)!.Count == 0 == inside;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_wider_scope_never_covers_less() => Prop.ForAll(Pairs, Gen.Elements(Words).ToArbitrary(), (pair, word) =>
    {
        var (scope, use) = pair;
        IReadOnlyList<string> Wider(IReadOnlyList<string> list) => list.Count == 0 ? list : [.. list, word];
        var wider = scope with { Media = Wider(scope.Media), Purposes = Wider(scope.Purposes), Places = Wider(scope.Places), Until = scope.Until.AddDays(1) };
        var before = StandingCoverage.Outside(scope, From, scope.Until, use);
        return !StandingCoverage.Outside(wider, From, wider.Until, use).Except(before).Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_earlier_end_never_covers_more() => Prop.ForAll(Pairs, Gen.Choose(0, 400).ToArbitrary(), (pair, days) =>
        StandingCoverage.Outside(pair.Scope, From, From.AddDays(days), pair.Use).Count > 0
        || StandingCoverage.Outside(pair.Scope, From, pair.Scope.Until, pair.Use).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_are_compared_without_width_case_and_spaces() =>
        StandingCoverage.Outside(Scope with { Media = ["ＵＳＢメモリ"] }, From, Scope.Until, Inside with { Medium = " usbメモリ " }).ShouldBeEmpty();

    [Fact]
    public void What_lies_inside_is_recorded_and_what_lies_outside_is_named()
    {
        var act = State(Requested(Standing), Granted("2026-11-01T10:00+09:00"));
        AuthorityActDecider.Decide(new UseAct(Inside, "打合せ"), act, ByContractor).Events.ShouldHaveSingleItem().ShouldBeOfType<AuthorityActUsed>().Number.ShouldBe(1);

        var refusal = AuthorityActDecider.Decide(new UseAct(Inside with { Medium = "USBメモリ", People = [Taro] }, Note: null), act, ByContractor).Refusal!;
        refusal.Code.ShouldBe("use-outside-scope");
        refusal.Message.Ja.ShouldContain("媒体・サービス、従事者");
    }

    [Fact]
    public void Only_what_was_given_and_as_a_standing_one_covers_anything()
    {
        foreach (var act in (AuthorityAct[])[State(Requested(), Granted()), State(Requested(Standing)), State(Requested(Standing), new AuthorityActDeclined("理由", Now))])
        {
            AuthorityActDecider.Decide(new UseAct(Inside, Note: null), act, ByContractor).Refusal!.Code.ShouldBe("not-standing");
        }
    }

    [Fact]
    public void After_it_was_taken_back_or_is_over_nothing_is_covered_and_what_was_before_still_is()
    {
        var withdrawn = State(Requested(Standing), Granted("2026-11-01T10:00+09:00"), new AuthorityActWithdrawn("理由", At("2026-11-10T10:00+09:00")));
        StandingCoverage.Outside(withdrawn, Inside).ShouldBe([ScopeRespect.TIME]);
        StandingCoverage.Outside(withdrawn, Inside with { On = new(2026, 11, 9) }).ShouldBe([]);
        StandingCoverage.Outside(State(Requested(Standing), Granted("2026-11-01T10:00+09:00", new(2026, 11, 15))), Inside).ShouldBe([ScopeRespect.TIME]);
        StandingCoverage.Outside(State(Requested(Standing), Granted("2026-11-20T11:00+09:00")), Inside with { On = new(2026, 11, 19) }).ShouldBe([ScopeRespect.TIME]);
    }

    private static ActUse Inside => new(new(2026, 11, 20), "ノートＰＣ", "打合せ", "本館３階会議室", [Hanako]);

    private static AuthorityAct State(params IAuthorityActEvent[] events) => events.Aggregate(AuthorityAct.Initial, AuthorityActFold.Evolve);

    private static Gen<IReadOnlyList<T>> Some<T>(T[] from) => Gen.SubListOf(from).Select(list => (IReadOnlyList<T>)[.. list]);

    private static Gen<string?> Maybe(string[] from) => Gen.Elements<string?>([.. from, null]);
}
