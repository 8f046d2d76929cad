namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>Why a command on a 確認書類 is refused, and what to do next.</summary>
public static class ConfirmationDocumentRefusals
{
    public static readonly Refusal DraftExists = new("draft-exists", RefusalKind.CONFLICT, new(
        "作成中の案があります。その案を開いて続けてください。", "A draft is being written already. Open that one."));

    public static readonly Refusal DraftMissing = new("draft-missing", RefusalKind.CONFLICT, new(
        "作成中の案がありません。先に案を作成してください。", "There is no draft. Start one first."));

    public static readonly Refusal ItemUnknown = new("requirement-unknown", RefusalKind.NOT_FOUND, new(
        "この契約の確認書類に、その番号の事項はありません。番号をご確認ください。", "The document of this contract has no item of that number. Check the number."));

    public static readonly Refusal NothingToTakeOver = new("nothing-to-take-over", RefusalKind.CONFLICT, new(
        "記録と同じ内容です。取り込むものはありません。", "The record says the same. There is nothing to take over."));

    public static readonly Refusal RecordEmpty = new("record-empty", RefusalKind.CONFLICT, new(
        "記録が空欄のため、取り込むと記入した内容が消えます。先に遵守事項の画面で遵守の方法を記録してください。",
        "The record is empty: taking it over would erase what is written. Record the method first."));

    public static readonly Refusal PersonUnknown = new("person-unknown", RefusalKind.NOT_FOUND, new(
        "その人は名簿にありません。名簿を読み直してください。", "That person is not on the roster. Read it again."));

    public static readonly Refusal PersonListed = new("person-listed", RefusalKind.CONFLICT, new(
        "その人はすでに名簿にあります。名簿の行を変更してください。", "That person is on the roster already. Change the row there."), "/accountId");

    public static readonly Refusal AccountUnknown = new("account-unknown", RefusalKind.INVALID, new(
        "その利用者は、この組織に見つかりません。利用者の一覧からお選びください。", "No such person in your organisation. Choose one from the list."), "/accountId");

    public static readonly Refusal PersonHasAccount = new("person-has-account", RefusalKind.CONFLICT, new(
        "この人には利用者の登録があります。消去は組織の管理者に依頼してください。", "This person has an account. Ask your organisation's administrator to erase it."));

    public static readonly Refusal PersonErased = new("person-erased", RefusalKind.CONFLICT, new(
        "この人の情報は消去済みです。名簿から外すか、新しい行として追加してください。", "What was kept of this person is erased. Remove the row or add a new one."));

    public static readonly Refusal RolesMissing = new("roles-missing", RefusalKind.INVALID, new(
        "体制における役割を一つ以上選んでください。", "Choose at least one role."), "/roles");

    public static readonly Refusal BirthDateInFuture = new("birth-date-in-future", RefusalKind.INVALID, new(
        "生年月日が未来の日付になっています。ご確認ください。", "The date of birth lies in the future. Check it."), "/birthDate");

    public static readonly Refusal TooManyPeople = new("too-many-people", RefusalKind.INVALID, new(
        "名簿は300人までです。業務に必要な範囲に限定してください。", "A roster holds at most 300 people. Limit it to those who are needed."), "/people");

    public static readonly Refusal NoPeople = new("people-missing", RefusalKind.INVALID, new(
        "名簿に追加する人を入力してください。", "Say whom to add to the roster."), "/people");

    public static readonly Refusal TooManyPapers = new("too-many-papers", RefusalKind.INVALID, new(
        "書類は100件までです。まとめて登録してください。", "At most 100 papers go with a document. Put some together."), "/papers");

    public static readonly Refusal PaperUnknown = new("paper-unknown", RefusalKind.NOT_FOUND, new(
        "その書類は案にありません。読み直してください。", "The draft has no such paper. Read it again."), "/papers");

    public static readonly Refusal Incomplete = new("document-incomplete", RefusalKind.CONFLICT, new(
        "まだ提示できません。示された箇所を記入してください。", "It cannot be presented yet. Complete the places named."));

    public static readonly Refusal NothingChanged = new("nothing-changed", RefusalKind.CONFLICT, new(
        "前の版と同じ内容です。変更してから提示してください。", "It says the same as the version before. Change it before presenting it."));

    public static readonly Refusal VersionUnknown = new("version-unknown", RefusalKind.NOT_FOUND, new(
        "その版はありません。版の一覧をご確認ください。", "There is no such version. See the list of versions."));

    public static readonly Refusal DateInFuture = new("date-in-future", RefusalKind.INVALID, new(
        "未来の日付は記録できません。実際に行った日を入力してください。", "A day in the future cannot be recorded. Enter the day on which it was done."), "/on");

    public static readonly Refusal BeforePresented = new("before-presented", RefusalKind.INVALID, new(
        "提示した日より前の日付です。ご確認ください。", "The day lies before the version was presented. Check it."), "/on");

    public static readonly Refusal AlreadySubmitted = new("already-submitted", RefusalKind.CONFLICT, new(
        "この版はすでに提出済みです。", "This version was submitted already."));

    public static readonly Refusal NotSubmitted = new("document-not-submitted", RefusalKind.CONFLICT, new(
        "この版の提出は、まだ記録されていません。", "This version was not recorded as submitted yet."));

    public static readonly Refusal ViaUnknown = new("via-unknown", RefusalKind.INVALID, new(
        "提出の方法は SYSTEM、MAIL、HAND、POST のいずれかです。", "It is handed in by SYSTEM, MAIL, HAND or POST."), "/via");

    public static readonly Refusal OutsideTerm = new("outside-term", RefusalKind.INVALID, new(
        "契約期間の外の日付です。契約期間の中で指定してください。", "The day lies outside the contract's term. Choose one within it."), "/from");

    public static readonly Refusal Superseded = new("superseded", RefusalKind.CONFLICT, new(
        "後の版が適用されているため、この版の適用日は変更できません。", "A later version applies already, so the day of this one stays."));

    public static readonly Refusal ReasonMissing = new("reason-missing", RefusalKind.INVALID, new(
        "消去する理由を入力してください。", "Say why it is erased."), "/reason");
}
