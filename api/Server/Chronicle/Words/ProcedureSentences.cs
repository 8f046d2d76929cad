using SecurityTracker.Domain;
using SecurityTracker.Domain.AuthorityActs;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to a request for the officer's word, and to a decision that waits for a second pair of eyes.</summary>
internal static class ProcedureSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words)
    {
        Asking(words);
        Word(words);
        Afterwards(words);
        words
            .Tell<DecisionDrafted>((e, thing) => On(thing, $"の起案をしました（{Outcome(e.Outcome, thing).Ja}）。", $"a decision was drafted ({Outcome(e.Outcome, thing).En})"), PROCEDURE)
            .Tell<DecisionDraftConfirmed>((_, thing) => On(thing, "の起案を確認しました。", "the drafted decision was confirmed"), PROCEDURE)
            .Tell<DecisionDraftDiscarded>((_, thing) => On(thing, "の起案を取り下げました。", "the drafted decision was taken back"), PROCEDURE);
    }

    private static void Asking(ChronicleWords words) => words
        .Tell<AuthorityActRequested>(
            (e, thing) => On(thing, e.Content.Mode == ActMode.STANDING ? "をお願いしました（包括）。" : "をお願いしました。", e.Content.Mode == ActMode.STANDING ? "was asked for (standing)" : "was asked for"), PROCEDURE)
        .Tell<AuthorityActRequestChanged>((_, thing) => On(thing, "のお願いの内容を変更しました。", "the request was changed"), PROCEDURE)
        .Tell<AuthorityActInquired>((e, thing) => On(thing, $"について照会しました。「{Short(e.Text)}」", $"asked back: “{Short(e.Text)}”"), INQUIRY, PROCEDURE)
        .Tell<AuthorityActAnswered>((e, thing) => On(thing, $"についての照会に回答しました。「{Short(e.Text)}」", $"answered: “{Short(e.Text)}”"), INQUIRY, PROCEDURE)
        .Tell<AuthorityActCancelled>((e, thing) => Because(On(thing, "のお願いを取り下げました。", "the request was taken back"), e.Reason), PROCEDURE)
        .Tell<AuthorityActDelivered>(
            (e, thing) => e.Channel == Channel.UNSENT
                ? On(thing, "は、まだ送っていないと記録しました。", "recorded as not sent after all")
                : On(thing, $"の送付を記録しました（{By(e.Channel).Ja}）。", $"recorded as sent by {By(e.Channel).En}"),
            PROCEDURE);

    private static void Word(ChronicleWords words) => words
        .Tell<AuthorityActGranted>(
            (e, thing) => On(
                thing,
                $"を{thing.Wording}しました{(e.Conditions.Count > 0 ? $"（条件{e.Conditions.Count}件）" : "")}{(e.ExpiresOn is { } until ? $"。期限は{Day(until).Ja}です" : "")}。",
                $"was given{(e.Conditions.Count > 0 ? $" under {e.Conditions.Count} condition{(e.Conditions.Count == 1 ? "" : "s")}" : "")}{(e.ExpiresOn is { } last ? $" until {Day(last).En}" : "")}"),
            PROCEDURE)
        .Tell<AuthorityActDeclined>((e, thing) => Because(On(thing, "を不可としました。", "was declined"), e.Reason), PROCEDURE)
        .Tell<AuthorityActWithdrawn>((e, thing) => Because(On(thing, $"の{thing.Wording}を取り消しました。", "was withdrawn"), e.Reason), PROCEDURE)
        .Tell<AuthorityActRecordedFromOutside>(
            (e, thing) => On(
                thing, $"について、担当職員の回答（{Outcome(e.Outcome, thing).Ja}、{By(e.Channel).Ja}）を受注者が記録しました。", $"the contractor recorded the officer's answer ({Outcome(e.Outcome, thing).En}, by {By(e.Channel).En})"),
            PROCEDURE)
        .Tell<AuthorityActRecordConfirmed>((_, thing) => On(thing, "の受注者による記録を確認しました（担当職員確認済）。", "the contractor's record was confirmed"), PROCEDURE)
        .Tell<AuthorityActRecordObjected>((e, thing) => Because(On(thing, "の受注者による記録に異議を述べました。", "the contractor's record was objected to"), e.Reason), PROCEDURE)
        .Tell<AuthorityActCorrected>((e, thing) => Because(On(thing, $"の{Of(e.Field).Ja}を訂正しました。", $"the {Of(e.Field).En} was corrected"), e.Reason), CORRECTION, PROCEDURE)
        .Tell<AuthorityActAssessed>((e, thing) => On(thing, $"についての所見を記録しました。「{Short(e.Text)}」", $"assessed: “{Short(e.Text)}”"), PROCEDURE);

    private static void Afterwards(ChronicleWords words) => words
        .Tell<AuthorityActStarted>((e, thing) => On(thing, $"について、{Day(e.On).Ja}の開始を記録しました。", $"began on {Day(e.On).En}"), PROCEDURE)
        .Tell<AuthorityActTargetChanged>((e, thing) => On(thing, $"の対象が変わったと記録しました。「{Short(e.Summary)}」", $"its object changed: “{Short(e.Summary)}”"), PROCEDURE)
        .Tell<AuthorityActUsed>((e, thing) => On(thing, $"の範囲の中での使用（{Day(e.On).Ja}）を記録しました。", $"was used within its scope on {Day(e.On).En}"), PROCEDURE)
        .Tell<AuthorityActConditionKept>((e, thing) => On(thing, $"の条件{e.Condition + 1}を守ったことを記録しました（{Day(e.On).Ja}）。", $"condition {e.Condition + 1} was kept on {Day(e.On).En}"), PROCEDURE);

    private static Message On(ChronicleThing thing, string ja, string en) => new($"{About(thing)}{ja}", $"{About(thing)}: {en}.");

    private static Message Outcome(ActOutcome outcome, ChronicleThing thing) => outcome switch
    {
        ActOutcome.GRANTED => new(thing.Wording ?? "", "given"),
        ActOutcome.DECLINED => new("不可", "declined"),
        ActOutcome.INQUIRED => new("照会", "asked back"),
        ActOutcome.WITHDRAWN => new("取消し", "withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a word"),
    };

    private static Message Of(CorrectedField field) => field switch
    {
        CorrectedField.ACT_AT => new("日時", "time"),
        CorrectedField.EXPIRES_ON => new("期限", "last day"),
        CorrectedField.CHANNEL => new("方法", "way"),
        CorrectedField.NOTE => new("メモ", "note"),
        CorrectedField.REASON => new("理由", "reason"),
        CorrectedField.STARTS_ON => new("開始予定日", "planned start"),
        CorrectedField.STARTED_ON => new("開始日", "start"),
        CorrectedField.OFFICER_NAME => new("担当職員の氏名", "officer's name"),
        CorrectedField.TITLE => new("件名", "subject"),
        CorrectedField.CONDITION => new("条件", "condition"),
        CorrectedField.CONDITION_DUE_ON => new("条件の期限", "last day of a condition"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field without a word"),
    };
}
