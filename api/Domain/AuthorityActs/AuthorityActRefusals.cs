namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>Why a command to an act is refused, and what to do next.</summary>
public static class AuthorityActRefusals
{
    /// <summary>There is no such thing for this actor.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "手続が見つかりません。一覧から開き直してください。", "There is no such act. Open it again from the list."));

    /// <summary>Asked for already.</summary>
    public static readonly Refusal Requested = new("act-requested", RefusalKind.CONFLICT, new(
        "この手続は既に始まっています。", "This act was asked for already."));

    /// <summary>The contract's edition does not ask for it.</summary>
    public static readonly Refusal ProcedureNotOffered = new("procedure-not-offered", RefusalKind.INVALID, new(
        "この契約の版には、この手続の定めがありません。手続の一覧からお選びください。",
        "The contract's edition does not have this procedure. Choose one from the list of procedures."), "/subject");

    /// <summary>The other side's business.</summary>
    public static readonly Refusal WrongParty = new("wrong-party", RefusalKind.CONFLICT, new(
        "この操作は、相手方が行うものです。相手方の記録をお待ちください。", "This is for the other side to do. Wait for their record."));

    /// <summary>The same person on both sides.</summary>
    public static readonly Refusal SamePerson = new("same-person", RefusalKind.CONFLICT, new(
        "この手続に相手方として関わった方は、こちらの側では操作できません。別の方に依頼してください。",
        "Whoever acted for the other side of this matter cannot act on this one. Ask someone else."));

    /// <summary>Not opened at the version that is there now.</summary>
    public static readonly Refusal NotOpened = new("not-opened", RefusalKind.CONFLICT, new(
        "最新の内容を開いてご確認いただいた後に操作できます。この手続を開いてから、もう一度お試しください。",
        "Open this act as it stands now first, then try again."));

    /// <summary>No longer, or not, waiting for a decision.</summary>
    public static readonly Refusal NotOpen = new("act-not-open", RefusalKind.CONFLICT, new(
        "この手続は、回答待ちの状態ではありません。現在の状態をご確認ください。", "This act does not wait for a decision. Check where it stands."));

    /// <summary>Nothing was given that could be taken back or used.</summary>
    public static readonly Refusal NotGranted = new("act-not-granted", RefusalKind.CONFLICT, new(
        "この手続は、得られた状態ではありません。現在の状態をご確認ください。", "This act is not in force. Check where it stands."));

    /// <summary>Past its last day.</summary>
    public static readonly Refusal Expired = new("act-expired", RefusalKind.CONFLICT, new(
        "期限が過ぎているため、取り消すものがありません。必要な場合は、改めて手続を始めてください。", "Its last day has passed, so there is nothing to take back. Ask anew where needed."));

    /// <summary>No question is open.</summary>
    public static readonly Refusal NotInquired = new("act-not-inquired", RefusalKind.CONFLICT, new(
        "回答を待っている照会はありません。", "No question waits for an answer."));

    /// <summary>Said to have happened later than now.</summary>
    public static readonly Refusal ActInFuture = new("act-in-future", RefusalKind.INVALID, new(
        "日時が現在より後です。実際に行われた日時を入力してください。", "This time is in the future. Enter when it really happened."), "/actAt");

    /// <summary>Before the year 2000: a slip of the pen.</summary>
    public static readonly Refusal ActTooEarly = new("act-too-early", RefusalKind.INVALID, new(
        "日時が古すぎます。年の入力をご確認ください。", "This time is too long ago. Check the year."), "/actAt");

    /// <summary>Taken back before it was given.</summary>
    public static readonly Refusal WithdrawalBeforeGrant = new("withdrawal-before-grant", RefusalKind.INVALID, new(
        "取消しの日時が、得られた日時より前です。日時をご確認ください。", "It would be taken back before it was given. Check the time."), "/actAt");

    /// <summary>不可とする without a reason, and the like.</summary>
    public static readonly Refusal ReasonMissing = new("reason-missing", RefusalKind.INVALID, new(
        "理由を入力してください。", "Give the reason."), "/reason");

    /// <summary>An end before the beginning.</summary>
    public static readonly Refusal ExpiryBeforeAct = new("expiry-before-act", RefusalKind.INVALID, new(
        "期限が、得られた日より前です。日付をご確認ください。", "It would end before it was given. Check the date."), "/expiresOn");

    /// <summary>A condition that was to be met before it was set.</summary>
    public static readonly Refusal ConditionDueBeforeAct = new("condition-due-before-act", RefusalKind.INVALID, new(
        "条件の期限が、得られた日より前です。日付をご確認ください。", "A condition would be due before the word was given. Check its date."), "/conditions");

    /// <summary>Conditions and an expiry belong to a grant.</summary>
    public static readonly Refusal ConditionsNotWanted = new("conditions-not-wanted", RefusalKind.INVALID, new(
        "条件と期限は、得られた場合にだけ付けられます。", "Conditions and an expiry belong to a grant."), "/conditions");

    /// <summary>More than twenty conditions.</summary>
    public static readonly Refusal TooManyConditions = new("too-many-conditions", RefusalKind.INVALID, new(
        "条件は20件までです。まとめて入力してください。", "At most 20 conditions. Put some together."), "/conditions");

    /// <summary>What only arrives from outside.</summary>
    public static readonly Refusal OutcomeUnknown = new("outcome-not-possible", RefusalKind.INVALID, new(
        "この操作ではこの結果を選べません。結果をご確認ください。", "This outcome cannot be chosen here. Check it."), "/outcome");

    /// <summary>In this program one decides oneself.</summary>
    public static readonly Refusal ChannelUnknown = new("channel-not-possible", RefusalKind.INVALID, new(
        "この記録の手段は、メール、電話、紙、打合せのいずれかです。", "This is by mail, telephone, paper or in a meeting."), "/channel");

    /// <summary>A mail or a paper that is not there.</summary>
    public static readonly Refusal FileMissing = new("file-missing", RefusalKind.INVALID, new(
        "メール又は書面の写しを添えてください。", "Attach the mail, or a scan of the paper."), "/fileIds");

    /// <summary>A telephone call with nobody.</summary>
    public static readonly Refusal OfficerMissing = new("officer-missing", RefusalKind.INVALID, new(
        "電話又は打合せの相手の氏名を入力してください。", "Name the officer you spoke with."), "/officerName");

    /// <summary>Nothing that waits for a confirmation.</summary>
    public static readonly Refusal NothingToConfirm = new("nothing-to-confirm", RefusalKind.CONFLICT, new(
        "確認を待っている記録はありません。", "No record waits for confirmation."));

    /// <summary>A day that has not come.</summary>
    public static readonly Refusal DayInFuture = new("day-in-future", RefusalKind.INVALID, new(
        "まだ来ていない日です。実際の日付を入力してください。", "This day has not come. Enter the real one."), "/on");

    /// <summary>A beginning that is recorded is mended by 訂正.</summary>
    public static readonly Refusal AlreadyStarted = new("already-started", RefusalKind.CONFLICT, new(
        "開始日は既に記録されています。誤りを直すときは「訂正」で理由とともに記録してください。",
        "The beginning is recorded already. To mend a slip, record a correction with its reason."), "/on");

    /// <summary>A condition that was not set.</summary>
    public static readonly Refusal ConditionUnknown = new("condition-unknown", RefusalKind.INVALID, new(
        "この条件は付されていません。条件の一覧からお選びください。", "There is no such condition. Choose one from the list."), "/condition");

    /// <summary>No target, or not a later version.</summary>
    public static readonly Refusal TargetNotNewer = new("target-not-newer", RefusalKind.CONFLICT, new(
        "対象の版が新しくなっていません。対象と版をご確認ください。", "The target's version is not a later one. Check target and version."), "/version");

    /// <summary>A version that cannot be one.</summary>
    public static readonly Refusal TargetInvalid = new("target-invalid", RefusalKind.INVALID, new(
        "対象の版は1以上の整数で、ハッシュ値は16進数64桁で指定してください。", "A target's version is 1 or more, its hash 64 hexadecimal digits."), "/target");

    /// <summary>There is nothing in the field that could be mended.</summary>
    public static readonly Refusal NothingToCorrect = new("nothing-to-correct", RefusalKind.CONFLICT, new(
        "訂正する記録がありません。", "There is nothing recorded to correct."), "/field");

    /// <summary>The other side entered it.</summary>
    public static readonly Refusal CorrectionNotYours = new("correction-not-yours", RefusalKind.CONFLICT, new(
        "この記録は相手方が入力したものです。相違がある場合は、相手方に訂正を依頼してください。",
        "The other side entered this. Ask them to correct it."), "/field");

    /// <summary>A value that the field does not take.</summary>
    public static readonly Refusal CorrectionInvalid = new("correction-invalid", RefusalKind.INVALID, new(
        "訂正後の値を読み取れません。日付は yyyy-MM-dd、日時は ISO 8601 の形で入力してください。",
        "The value cannot be read. Write days as yyyy-MM-dd and times in ISO 8601."), "/value");
}
