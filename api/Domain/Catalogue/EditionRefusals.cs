namespace SecurityTracker.Domain.Catalogue;

/// <summary>Why an edition or a draft is not taken as it is.</summary>
public static class EditionRefusals
{
    /// <summary>There is no such edition or revision.</summary>
    public static readonly Refusal Unknown = new("edition-unknown", RefusalKind.NOT_FOUND, new(
        "この版は登録されていません。版の一覧から選んでください。",
        "There is no such edition. Choose one from the list of editions."));

    /// <summary>The code belongs to another edition.</summary>
    public static readonly Refusal CodeTaken = new("edition-code-taken", RefusalKind.CONFLICT, new(
        "この版コードは既に使われています。別のコードを付けてください。訂正の場合は改訂として登録してください。",
        "This code is already taken. Give another one, or record a correction as a revision."), "/code");

    /// <summary>The code is not 1–40 letters, digits and hyphens.</summary>
    public static readonly Refusal CodeMalformed = new("edition-code-malformed", RefusalKind.INVALID, new(
        "版コードは半角の英大文字、数字、ハイフンで40文字以内にしてください。",
        "Write the code in at most 40 capital letters, digits and hyphens."), "/code");

    /// <summary>The name is missing.</summary>
    public static readonly Refusal NameMissing = new("edition-name-missing", RefusalKind.INVALID, new(
        "版の名称を入力してください。", "Give the edition a name."), "/name");

    /// <summary>No requirement at all.</summary>
    public static readonly Refusal RequirementsMissing = new("edition-requirements-missing", RefusalKind.INVALID, new(
        "事項が一つもありません。1)から順に入力してください。",
        "There is no requirement. Enter them from 1) onwards."), "/content/requirements");

    /// <summary>Requirements are not numbered 1, 2, 3 … without gap or repetition.</summary>
    public static readonly Refusal NumbersBroken = new("edition-numbers-broken", RefusalKind.INVALID, new(
        "事項の番号に重複又は欠番があります。1)から続く番号にしてください。",
        "A requirement's number is repeated or missing. Number them from 1) without gaps."), "/content/requirements");

    /// <summary>A requirement, row, note or fixed text is empty.</summary>
    public static readonly Refusal TextMissing = new("edition-text-missing", RefusalKind.INVALID, new(
        "本文が空の箇所があります。公表された文書のとおりに入力してください。",
        "A text is empty. Enter it as it is printed in the published document."));

    /// <summary>A text holds control characters or is longer than 20,000 characters.</summary>
    public static readonly Refusal TextMalformed = new("edition-text-malformed", RefusalKind.INVALID, new(
        "本文に使えない文字があるか、20,000文字を超えています。改行以外の制御文字を取り除いてください。",
        "A text holds control characters other than line feeds, or is longer than 20,000 characters. Remove them."));

    /// <summary>A row of the form has no requirement of its number, or its number is repeated.</summary>
    public static readonly Refusal RowWithoutRequirement = new("edition-row-without-requirement", RefusalKind.INVALID, new(
        "別紙の行に、対応する事項のない番号又は重複する番号があります。番号を確認してください。",
        "A row of the form has no requirement of its number, or repeats a number. Check the numbers."), "/content/form/rows");

    /// <summary>A revision without a reason.</summary>
    public static readonly Refusal ReasonMissing = new("edition-reason-missing", RefusalKind.INVALID, new(
        "改訂の理由を入力してください。", "Say why the edition is corrected."), "/reason");

    /// <summary>A wording that everybody's contracts are on is not any contractor's to change.</summary>
    public static readonly Refusal NotYoursToRevise = new("edition-not-yours-to-revise", RefusalKind.CONFLICT, new(
        "この版の改訂は、採用前は公表した組織、採用後は担当職員又は課室長、このシステムの管理者が行います。別の文言の版が必要なときは、新しい版コードで登録してください。",
        "This edition is revised by the organisation that published it until it is adopted, and from then on by the ministry's side or an administrator of this installation. For another wording, publish an edition under a new code."));

    /// <summary>A wording that is everyone's is no longer its firm's to correct or to withdraw.</summary>
    public static readonly Refusal Adopted = new("edition-adopted", RefusalKind.CONFLICT, new(
        "この版は採用済みで、ほかの組織の契約も使えます。取り下げるには、先に担当職員又は課室長に採用の取消しをご依頼ください。",
        "This edition is adopted, and other organisations' contracts may use it. To withdraw it, first ask the ministry's side to take its adoption back."));

    /// <summary>Adopted already.</summary>
    public static readonly Refusal AlreadyAdopted = new("edition-already-adopted", RefusalKind.CONFLICT, new(
        "この版は既に採用済みです。画面を開き直して、今の状態を確かめてください。", "This edition is adopted already. Open it again to see how it stands."));

    /// <summary>There is no adoption to take back.</summary>
    public static readonly Refusal NotAdoptedNow = new("edition-not-adopted", RefusalKind.CONFLICT, new(
        "この版は採用されていないため、採用を取り消せません。画面を開き直して、今の状態を確かめてください。",
        "This edition is not adopted, so there is no adoption to take back. Open it again to see how it stands."));

    /// <summary>Asked for already.</summary>
    public static readonly Refusal AlreadyRequested = new("edition-adoption-already-requested", RefusalKind.CONFLICT, new(
        "この版の採用は依頼済みです。担当職員又は課室長の判断をお待ちください。", "Adoption of this edition was asked for already. Wait for the ministry's side to decide."));

    /// <summary>Withdrawn by its firm: nothing more happens to it.</summary>
    public static readonly Refusal Withdrawn = new("edition-withdrawn", RefusalKind.CONFLICT, new(
        "この版は取下げ済みです。同じ文言が必要なときは、新しい版コードで公表してください。", "This edition is withdrawn. Where its wording is wanted again, publish it under a new code."));

    /// <summary>Only the firm that published it asks for its adoption or withdraws it.</summary>
    public static readonly Refusal NotYourEdition = new("edition-not-yours", RefusalKind.CONFLICT, new(
        "採用の依頼と取下げは、この版を公表した組織が行います。担当職員又は課室長は、採用と採用の取消しを行えます。",
        "Asking for adoption and withdrawing are for the organisation that published the edition. The ministry's side adopts, and takes its adoption back."));

    /// <summary>Only the ministry's side adopts.</summary>
    public static readonly Refusal MinistryAdopts = new("edition-adopted-by-ministry", RefusalKind.CONFLICT, new(
        "採用と採用の取消しは、省・局の担当職員、課室長又はシステム管理者が行います。「採用を依頼」で依頼してください。",
        "Adopting, and taking an adoption back, are for officers, section heads and administrators of the ministry's offices. Ask them for adoption."));

    /// <summary>A contract that would begin on an edition of another firm.</summary>
    public static readonly Refusal NotAdopted = new("edition-of-another-firm", RefusalKind.INVALID, new(
        "この版は公表した組織の契約だけで使えます。採用済みの版を選ぶか、先に採用してください。",
        "Only contracts of the organisation that published this edition use it. Choose an adopted one, or adopt it first."), "/editionCode");

    /// <summary>A contract that would begin on an edition that was withdrawn, or whose adoption was taken back.</summary>
    public static readonly Refusal NoLongerChosen = new("edition-no-longer-chosen", RefusalKind.INVALID, new(
        "この版は取り下げられたため、新しく選べません（使用中の契約はそのまま使えます）。ほかの版を選んでください。",
        "This edition was withdrawn and is not chosen any more; contracts that are on it keep it. Choose another one."), "/editionCode");

    /// <summary>No such draft.</summary>
    public static readonly Refusal DraftUnknown = new("edition-draft-unknown", RefusalKind.NOT_FOUND, new(
        "この版の案はありません。", "There is no such draft."));

    /// <summary>The draft was published already.</summary>
    public static readonly Refusal DraftPublished = new("edition-draft-published", RefusalKind.CONFLICT, new(
        "この案は既に版として公表されています。訂正は版の改訂として登録してください。",
        "This draft is already published. Record a correction as a revision of the edition."));
}
