using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Parts;
using static SecurityTracker.Server.Chronicle.ChronicleKind;
using static SecurityTracker.Server.Chronicle.Words.Said;

namespace SecurityTracker.Server.Chronicle.Words;

/// <summary>What happens to a contract, and to the parts of its 再委託先.</summary>
internal static class ContractSentences
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ChronicleWords words)
    {
        Course(words);
        Agreements(words);
        Subcontractors(words);
    }

    private static void Course(ChronicleWords words) => words
        .Tell<ContractRegistered>((e, _) => new($"契約「{Short(e.Name)}」を登録しました。", $"Registered the contract “{Short(e.Name)}”."), CONTRACT)
        .Tell<ContractSigned>((e, _) => new($"{Day(e.SignedOn).Ja}の契約締結を記録しました。", $"Recorded that it was signed on {Day(e.SignedOn).En}."), CONTRACT)
        .Tell<ContractAmended>(
            (e, _) => Because(new($"{Day(e.AgreedOn).Ja}の変更契約を記録しました{Fields(e.Changes).Ja}。", $"Recorded the amendment of {Day(e.AgreedOn).En}{Fields(e.Changes).En}."), e.Reason), CONTRACT)
        .Tell<ContractCorrected>((e, _) => Because(new($"契約の記録を訂正しました{Fields(e.Changes).Ja}。", $"Corrected the contract's record{Fields(e.Changes).En}."), e.Reason), CORRECTION, CONTRACT)
        .Tell<ContractTerminated>((e, _) => Because(new($"{Day(e.TerminatedOn).Ja}の契約解除を記録しました。", $"Recorded its termination on {Day(e.TerminatedOn).En}."), e.Reason), CONTRACT)
        .Tell<ContractPredecessorNamed>(
            (e, _) => e.PredecessorId is null ? new("前年度の契約はないと記録しました。", "Recorded that it follows no earlier contract.") : new("前年度の契約を記録しました。", "Named the earlier contract that it follows."),
            CONTRACT)
        .Tell<ContractAddresseeChanged>(
            (e, _) => new($"{Day(e.From).Ja}からの宛先を「{Short(e.Addressee)}」に変更しました。", $"Changed the addressee from {Day(e.From).En} on to “{Short(e.Addressee)}”."), CONTRACT)
        .Tell<ContractNormsSet>(
            (e, _) => new($"規程等の版を記録しました（「{Short(e.EffectiveNorm ?? e.NamedNorm)}」）。", $"Recorded the norms (“{Short(e.EffectiveNorm ?? e.NamedNorm)}”)."), CONTRACT)
        .Tell<ContractQuestionsAnswered>((_, _) => new("六つの質問に答えました。", "Answered the six questions."), CONTRACT)
        .Tell<ContractExtraItemAdded>((e, _) => new($"{Item(e.Number).Ja}を追加しました。", $"Added {Item(e.Number).En}."), CONTRACT, OBLIGATION)
        .Tell<ContractMailSubjectSet>(
            (e, _) => e.Pattern is { } pattern
                ? new($"メールの件名の取決めを「{Short(pattern)}」にしました。", $"Set the subject of emails to “{Short(pattern)}”.")
                : new("メールの件名を既定に戻しました。", "Set the subject of emails back to the default."),
            CONTRACT);

    private static void Agreements(ChronicleWords words) => words
        .Tell<ContractConventionAgreed>(
            (e, _) => new($"{Of(e.Convention).Ja}の報告のしかたの取決めを記録しました（{Status(e.Status).Ja}）。", $"Recorded what is reported for {Of(e.Convention).En} ({Status(e.Status).En})."), CONTRACT)
        .Tell<ContractRosterChangesAgreed>(
            (e, _) => e.RePresentationOnly
                ? new("名簿の変更は再提示のみで可とする取決めを記録しました。", "Recorded that changes of the roster alone are only presented again.")
                : new("名簿の変更も同意を得る取決めを記録しました。", "Recorded that changes of the roster need consent as well."),
            CONTRACT, DOCUMENT)
        .Tell<ContractOfficersChanged>(
            (e, thing) => new(
                $"{Day(e.From).Ja}からの担当職員を記録しました（{Names(e, thing, "主", "副", "なし")}）。",
                $"Recorded the officers from {Day(e.From).En} on ({Names(e, thing, "primary", "deputy", "none")})."),
            PEOPLE)
        .Tell<ContractReportingAgreed>((e, _) => new(
            $"報告の時期の取決めを記録しました{(e.Periods is { Count: > 0 } periods ? $"（{periods.Count}期）" : "")}。",
            $"Recorded when to report{(e.Periods is { Count: > 0 } p ? $" ({p.Count} periods)" : "")}."), CONTRACT, REPORT);

    private static void Subcontractors(ChronicleWords words) => words
        .Tell<SubcontractorEngaged>((e, _) => new($"{Day(e.From).Ja}から「{Short(e.Name)}」を{Of(e.Kind).Ja}として登録しました。", $"Added “{Short(e.Name)}” as {Of(e.Kind).En} from {Day(e.From).En} on."), SUBCONTRACTOR)
        .Tell<SubcontractorChanged>((e, _) => new($"「{Short(e.Name)}」の登録を変更しました。", $"Changed what is registered of “{Short(e.Name)}”."), SUBCONTRACTOR)
        .Tell<SubcontractorReleased>((e, _) => new($"{Day(e.On).Ja}で再委託先・構成員の参加の終了を記録しました。", $"Recorded that a firm's part ended on {Day(e.On).En}."), SUBCONTRACTOR)
        .Leave<PartOpened, SubcontractorEngaged>()
        .Leave<PartScopeChanged, SubcontractorChanged>()
        .Leave<PartRenumbered, ContractAmended>()
        .Leave<PartClosed, SubcontractorReleased>()
        .Tell<PartRowEntered>(
            (e, thing) => new(
                $"「{Short(thing.Name)}」の{Item(e.Number).Ja}に記入しました（{Status(e.Status).Ja}{(e.EnteredBy == EnteredBy.CONTRACTOR ? "・受注者が書面から記入" : "")}）。",
                $"Filled in {Item(e.Number).En} of “{Short(thing.Name)}” ({Status(e.Status).En}{(e.EnteredBy == EnteredBy.CONTRACTOR ? ", by the contractor from paper" : "")})."),
            SUBCONTRACTOR);

    private static Message Fields(ContractChanges changes)
    {
        (bool Changed, Message Name)[] fields =
        [
            (changes.Name is not null, new("件名", "name")),
            (changes.SignedOn is not null, new("契約締結日", "day of signing")),
            (changes.StartsOn is not null, new("開始日", "first day")),
            (changes.EndsOn is not null, new("終了日", "last day")),
            (changes.Edition is not null, new("別記の版", "edition")),
            (changes.Contractor is not null, new("受注者", "contractor")),
            (changes.Section is not null, new("担当課室", "section")),
        ];
        var changed = fields.Where(field => field.Changed).Select(field => field.Name).ToList();
        return changed.Count == 0 ? new("", "") : new($"（{string.Join('・', changed.Select(name => name.Ja))}）", $" ({string.Join(", ", changed.Select(name => name.En))})");
    }

    private static string Names(ContractOfficersChanged e, ChronicleThing thing, string primary, string deputy, string none) => e.Officers.Count == 0
        ? none
        : string.Join('、', e.Officers.Select(officer => $"{(officer.Post == OfficerPost.PRIMARY ? primary : deputy)} {thing.NameOf(officer.Name)}"));

    private static Message Of(Convention convention) => convention switch
    {
        Convention.END_OF_WORK => new("作業終了時の事項", "acts at the end of the work"),
        Convention.NO_AUDIT_YET => new("監査の受入れ", "audits while none was held"),
        _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "A convention without a word"),
    };

    private static Message Of(SubcontractorKind kind) => kind switch
    {
        SubcontractorKind.SUBCONTRACTOR => new("再委託先", "a subcontractor"),
        _ => new("共同体の構成員", "a member of the consortium"),
    };
}
