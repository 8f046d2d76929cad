using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.Domain.Obligations.ImplementationStatus;

namespace SecurityTracker.Domain.Contracts;

/// <summary>What may be recorded for a requirement, for a person to accept by the ordinary act, to change or to leave.</summary>
/// <param name="Number">The requirement's number in the contract's edition.</param>
/// <param name="Status">The proposed status.</param>
/// <param name="Reason">The proposed sentence, ready for the 別葉; beside 実施 a note.</param>
/// <param name="Explanation">The same sentence for the statement that must always be explained (15)⑩), where the requirement has one.</param>
/// <param name="Why">Where the proposal comes from.</param>
/// <param name="IsDefault">The annex leaves the point open and nothing was agreed: this is our default (既定値).</param>
public sealed record Proposal(int Number, ImplementationStatus Status, string? Reason, string? Explanation, Message Why, bool IsDefault);

/// <summary>Draws proposals from the six answers (dossier: 該当なし of each item, conventions).</summary>
public static class Proposals
{
    private static readonly Draft[] Drafts =
    [
        new(Subject.AUDIT, _ => true, NOT_APPLICABLE,
            "報告の対象となる期間に、情報セキュリティ監査、マネジメント監査又はペネトレーションテストが実施されていないため。",
            new("監査等がまだない間の案です。監査等を受け入れたときは、その対応に応じて記録してください。",
                "A proposal for as long as no audit was held. Record what was done once one is."),
            Convention.NO_AUDIT_YET),
        new(Subject.SUBCONTRACTING, s => !s.Answers.Subcontracting, NOT_APPLICABLE,
            "本業務について、再委託（外注及び請負を含む。）を行わないため。",
            Answered("再委託・外注", "subcontracting")),
        new(Subject.DEVICES_BROUGHT_IN, s => !s.Answers.BringsDevices, IMPLEMENTED,
            "経済産業省内に機器を持ち込んで行う作業はない。本業務に関する情報の取扱いには、十分注意を払っている。",
            new("「省内持込み：いいえ」によります。情報の取扱いに十分注意を払う義務は常にあるため、事項の全体は「該当なし」になりません。",
                "From the answer “no” on devices brought in. The duty of care always applies, so the item as a whole is never “not applicable”.")),
        new(Subject.COPIES_OUTSIDE, s => !s.Answers.CopiesOutside, NOT_APPLICABLE,
            "本業務に関する情報について、経済産業省外での複製を行わないため。",
            new("「省外での複製：いいえ」によります。バックアップ、メールへの添付及び印刷も複製に当たります。",
                "From the answer “no” on copies outside. Backups, mail attachments and prints are copies too.")),
        new(Subject.RETURN_AND_ERASURE, s => s.WorkGoesOn, NOT_APPLICABLE,
            "契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。",
            new("契約期間の終了（又は契約解除）前の案です。", "A proposal for the time before the contract ends or is terminated."),
            Convention.END_OF_WORK),
        new(Subject.CLOUD_ON_STANDARD_TERMS, s => !s.Answers.Cloud, NOT_APPLICABLE,
            "本業務において、定型約款や利用規約等への同意のみで利用可能となるクラウドサービスを利用しないため。",
            Answered("クラウド", "cloud services")),
        new(Subject.CLOUD_FOR_CONFIDENTIAL, s => !s.Answers.Cloud, NOT_APPLICABLE,
            "本業務において、要機密情報を取り扱うクラウドサービスを調達しないため。",
            Answered("クラウド", "cloud services")),
        new(Subject.CLOUD_USE_APPROVAL, s => !s.Answers.Cloud, NOT_APPLICABLE,
            "本業務において、クラウドサービスを利用しないため。",
            Answered("クラウド", "cloud services")),
        new(Subject.EXTERNAL_SERVICES, s => !s.Answers.Cloud, NOT_APPLICABLE,
            "本業務において、外部サービス（クラウドサービスを含む。）を利用しないため。",
            Answered("クラウド", "cloud services")),
        new(Subject.INFORMATION_SYSTEM, s => !s.Answers.SystemOrSite, NOT_APPLICABLE,
            "本業務において、情報システム（ウェブサイトを含む。）の設計、構築、運用、保守、廃棄等を行わないため。",
            Answered("システム・サイト", "systems and sites")),
        new(Subject.WEBSITE_PLATFORM, s => !s.Answers.SystemOrSite, NOT_APPLICABLE,
            "本業務において、外部公開ウェブサイトの構築又は運用を行わないため。",
            Answered("システム・サイト", "systems and sites")),
        new(Subject.WEBSITE_ENCRYPTION, s => !s.Answers.SystemOrSite, NOT_APPLICABLE,
            "本業務において、ウェブサイトの構築又は運用を行わないため。",
            Answered("システム・サイト", "systems and sites")),
        new(Subject.PUBLIC_SYSTEM_DOMAIN, s => !s.Answers.SystemOrSite, NOT_APPLICABLE,
            "本業務において、経済産業省外向けのシステムの構築又は運用を行わないため。",
            Answered("システム・サイト", "systems and sites")),
        new(Subject.APPLICATION_AND_CONTENT, s => !s.Answers.ApplicationOrContent, NOT_APPLICABLE,
            "本業務において、アプリケーション・コンテンツの開発・作成を行わないため。",
            Answered("アプリ・コンテンツ", "applications and content")),
        new(Subject.WEBSITE_APPLICATION_AND_CONTENT, s => s.Answers is { SystemOrSite: false, ApplicationOrContent: false }, NOT_APPLICABLE,
            "本業務において、ウェブサイトの構築及びアプリケーション・コンテンツの開発・作成を行わないため。",
            Answered("システム・サイト」及び「アプリ・コンテンツ", "systems and sites, and on applications and content")),
        new(Subject.WEB_APPLICATION, s => !s.Answers.ApplicationOrContent, NOT_APPLICABLE,
            "本業務において、ウェブアプリケーションの構築又は改修を行わないため。",
            Answered("アプリ・コンテンツ", "applications and content")),
    ];

    /// <summary>The proposals for a contract on a day, in the order of the edition; none while the questions are unanswered.</summary>
    /// <param name="edition">The contract's edition.</param>
    /// <param name="contract">The contract, with its answers and agreed conventions.</param>
    /// <param name="today">The day in Tokyo.</param>
    public static IReadOnlyList<Proposal> For(AnnexEdition edition, Contract contract, DateOnly today)
    {
        if (contract.Answers is not { } answers)
        {
            return [];
        }

        var situation = new Situation(answers, contract.StageOn(today) is ContractStage.PREPARING or ContractStage.ACTIVE);
        var numbers = Subjects.Of(edition);
        return
        [
            .. from draft in Drafts
               where numbers.ContainsKey(draft.Subject) && draft.Applies(situation)
               let requirement = edition.Requirements.FirstOrDefault(r => r.Number == numbers[draft.Subject])
               where requirement is not null
               orderby requirement.Number
               select Proposed(draft, requirement, contract),
        ];
    }

    private static Proposal Proposed(Draft draft, Requirement requirement, Contract contract)
    {
        var agreed = draft.Convention is { } convention ? contract.Agreed(convention) : null;
        var explained = requirement.Statements.Any(s => s.AlwaysExplained);
        return new(
            requirement.Number,
            agreed?.Status ?? draft.Status,
            draft.Reason,
            explained ? draft.Reason : null,
            draft.Why,
            IsDefault: draft.Convention is not null && agreed is null);
    }

    private static Message Answered(string question, string topic) =>
        new($"「{question}：いいえ」によります。", $"From the answer “no” on {topic}.");

    private sealed record Situation(Answers Answers, bool WorkGoesOn);

    private sealed record Draft(
        Subject Subject, Func<Situation, bool> Applies, ImplementationStatus Status, string Reason, Message Why, Convention? Convention = null);
}
