using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Files;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to the record of an item, and to a file.</summary>
internal static class ObligationSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words)
    {
        Statuses(words);
        words
            .Leave<ObligationOpened, ContractRegistered>()
            .Leave<ObligationMovedToEdition, ContractAmended>()
            .Leave<ObligationSetAside, ContractAmended>()
            .Tell<ObligationRecordKept>((_, thing) => Of(thing, "は、版が変わった後も記録をそのまま残すとしました。", "keeps its record in the changed edition"), OBLIGATION)
            .Tell<ObligationRecordReaffirmed>(
                (e, thing) => Of(thing, $"は、{Day(e.From).Ja}～{Day(e.To).Ja}もこのとおりだと確かめました。", $"is said to hold for {Day(e.From).En} to {Day(e.To).En} too"), OBLIGATION)
            .Tell<ComplianceMethodSet>(
                (e, thing) => e.Method is null ? Of(thing, "の遵守の方法を消しました。", "has no method any more") : Of(thing, "の遵守の方法を記録しました。", "has its method recorded"), OBLIGATION)
            .Tell<ObligationAssigned>(
                (e, thing) => e.PersonIds.Count == 0
                    ? Of(thing, "の担当者を外しました。", "is assigned to nobody")
                    : Of(thing, $"の担当者を決めました（{e.PersonIds.Count}名）。", $"is assigned to {e.PersonIds.Count} of the staff"),
                PEOPLE, OBLIGATION)
            .Tell<FileKept>((e, _) => new($"ファイル「{Short(e.File.Name)}」を保存しました。", $"Kept the file “{Short(e.File.Name)}”."), FILE)
            .Tell<FileErased>((e, thing) => Because(new($"ファイル「{Short(thing.Name)}」を抹消しました。", $"Erased the file “{Short(thing.Name)}”."), e.Reason), FILE);
    }

    private static void Statuses(ChronicleWords words) => words
        .Tell<ObligationStatusSet>((e, thing) => Of(thing, $"を「{Status(e.Status).Ja}」と記録しました。", $"was recorded as {Status(e.Status).En}"), OBLIGATION)
        .Tell<ObligationStatementStatusSet>(
            (e, thing) => Of(thing, $"の細目 ({Label(e.StatementId)}) を「{Status(e.Status).Ja}」と記録しました。", $"has its sub-item ({Label(e.StatementId)}) recorded as {Status(e.Status).En}"), OBLIGATION)
        .Tell<ObligationStatusOverridden>(
            (e, thing) => Because(Of(thing, $"の集計を「{Status(e.Status).Ja}」に上書きしました。", $"has its roll-up overridden as {Status(e.Status).En}"), e.OverrideReason), OBLIGATION)
        .Tell<ObligationOverrideLifted>((_, thing) => Of(thing, "の上書きをやめました。", "follows its sub-items again"), OBLIGATION)
        .Tell<ObligationStatusWithdrawn>((_, thing) => Of(thing, "の実施状況の記録を取り消しました。", "has its status withdrawn"), CORRECTION, OBLIGATION)
        .Tell<ObligationStatementStatusWithdrawn>(
            (e, thing) => Of(thing, $"の細目 ({Label(e.StatementId)}) の記録を取り消しました。", $"has the status of its sub-item ({Label(e.StatementId)}) withdrawn"), CORRECTION, OBLIGATION);

    private static Message Of(ChronicleThing thing, string ja, string en) => new($"{Item(thing.Number).Ja}{ja}", $"I{Item(thing.Number).En[1..]} {en}.");

    private static string Label(string statementId) => statementId[(statementId.LastIndexOf('.') + 1)..];
}
