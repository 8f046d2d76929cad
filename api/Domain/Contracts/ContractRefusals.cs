namespace SecurityTracker.Domain.Contracts;

/// <summary>Why a command to a contract is refused, and what to do next.</summary>
public static class ContractRefusals
{
    /// <summary>There is no such contract for this actor.</summary>
    public static readonly Refusal NotFound = new("not-found", RefusalKind.NOT_FOUND, new(
        "契約が見つかりません。契約の一覧からお選びください。", "There is no such contract. Choose one from the list."));

    /// <summary>The id is taken.</summary>
    public static readonly Refusal Registered = new("contract-registered", RefusalKind.CONFLICT, new(
        "この契約は既に登録されています。", "This contract is registered already."));

    /// <summary>The edition's code or revision is not in the catalogue.</summary>
    public static readonly Refusal EditionUnknown = new("edition-unknown", RefusalKind.INVALID, new(
        "この版は登録されていません。版の一覧から選ぶか、調達仕様書などを読み込んで版を登録してください。",
        "No such edition is in the catalogue. Choose one from the list, or import the annex first."), "/editionCode");

    /// <summary>The term ends before it starts.</summary>
    public static readonly Refusal TermInvalid = new("term-invalid", RefusalKind.INVALID, new(
        "契約期間の終了日が開始日より前です。日付をご確認ください。", "The term ends before it starts. Check the dates."), "/endsOn");

    /// <summary>A year that must be a slip of the pen, or a term of more than ten years.</summary>
    public static readonly Refusal TermTooLong = new("term-too-long", RefusalKind.INVALID, new(
        "契約期間は2000年から2100年までの間で、10年以内としてください。年の入力をご確認ください。",
        "The term must lie between 2000 and 2100 and last at most ten years. Check the years."), "/endsOn");

    /// <summary>契約締結日 after the last day of the term.</summary>
    public static readonly Refusal SignedAfterEnd = new("signed-after-end", RefusalKind.INVALID, new(
        "契約締結日が契約期間の終了日より後です。日付をご確認ください。", "The signing date is after the end of the term. Check the dates."), "/signedOn");

    /// <summary>Signed already on another day.</summary>
    public static readonly Refusal Signed = new("contract-signed", RefusalKind.CONFLICT, new(
        "契約締結日は既に記録されています。誤りを直すときは「訂正」で理由とともに記録してください。",
        "The signing date is recorded already. To mend a slip, record a correction with its reason."), "/signedOn");

    /// <summary>Not signed yet, so that there is nothing to amend or to terminate.</summary>
    public static readonly Refusal NotSigned = new("contract-not-signed", RefusalKind.CONFLICT, new(
        "契約はまだ締結されていません。締結前の変更は「訂正」で記録してください。",
        "The contract is not signed yet. Record changes before signing as a correction."));

    /// <summary>Terminated already.</summary>
    public static readonly Refusal Terminated = new("contract-terminated", RefusalKind.CONFLICT, new(
        "この契約は解除されているため、変更できません。誤りを直すときは「訂正」で理由とともに記録してください。",
        "This contract was terminated and cannot be amended. To mend a slip, record a correction with its reason."));

    /// <summary>A 変更契約 dated before the contract.</summary>
    public static readonly Refusal AgreedBeforeSigning = new("agreed-before-signing", RefusalKind.INVALID, new(
        "変更契約の日が契約締結日より前です。日付をご確認ください。", "The amendment is dated before the contract was signed. Check the date."), "/agreedOn");

    /// <summary>契約解除 outside the contract's life.</summary>
    public static readonly Refusal TerminationOutsideTerm = new("termination-outside-term", RefusalKind.INVALID, new(
        "契約解除の日は、契約締結日から契約期間の終了日までの間としてください。",
        "The contract can be terminated between its signing date and the end of its term."), "/terminatedOn");

    /// <summary>13 digits, of which the first checks the others.</summary>
    public static readonly Refusal CorporateNumberInvalid = new("corporate-number-invalid", RefusalKind.INVALID, new(
        "法人番号が正しくありません。13桁の数字をご確認ください。", "The corporate number is not valid. Check its 13 digits."), "/contractor/corporateNumber");

    /// <summary>Not a mail address.</summary>
    public static readonly Refusal MailInvalid = new("mail-invalid", RefusalKind.INVALID, new(
        "メールアドレスの形になっていません。「名前@ドメイン」の形で入力してください。", "This is not a mail address. Write it as name@domain."), "/sectionMail");

    /// <summary>A contract does not follow itself.</summary>
    public static readonly Refusal PredecessorItself = new("predecessor-itself", RefusalKind.INVALID, new(
        "前の契約に、この契約自身を指定することはできません。別の契約をお選びください。",
        "A contract cannot follow itself. Choose another contract."), "/predecessorId");

    /// <summary>The earlier contract must have begun earlier.</summary>
    public static readonly Refusal PredecessorNotEarlier = new("predecessor-not-earlier", RefusalKind.INVALID, new(
        "前の契約には、この契約より先に始まる契約をお選びください。", "Choose a contract that starts before this one."), "/predecessorId");

    /// <summary>The earlier contract is not there for this actor.</summary>
    public static readonly Refusal PredecessorUnknown = new("predecessor-unknown", RefusalKind.INVALID, new(
        "前の契約が見つかりません。契約の一覧からお選びください。", "The earlier contract was not found. Choose one from the list."), "/predecessorId");

    /// <summary>記載要領 2 wants the ministry asked before an item is added, and an agreement has two sides.</summary>
    public static readonly Refusal ConsultationMissing = new("consultation-missing", RefusalKind.INVALID, new(
        "経済産業省との事前の相談について、日付、相手（課室・職名）及び結果を記録してください。",
        "Record the prior consultation with the ministry: its date, with whom (section and post), and its outcome."), "/consultation");

    /// <summary>A contractor registers its own contracts, an office those it supervises.</summary>
    public static readonly Refusal PartyNotOwn = new("party-not-own", RefusalKind.INVALID, new(
        "自らの組織が当事者となる契約だけを登録できます。組織の指定をご確認ください。",
        "You can only register contracts to which your own organisation is a party. Check the organisation."));

    /// <summary>Which office and 課室 look after a contract is theirs to say, once they work here themselves.</summary>
    public static readonly Refusal SectionNotYours = new("section-not-yours-to-change", RefusalKind.CONFLICT, new(
        "担当課室の変更は、担当課室の方が記録します。担当課室にご連絡ください。",
        "A change of the section in charge is recorded by the people of that section. Ask them to record it."));

    /// <summary>A list of 担当職員 names somebody.</summary>
    public static readonly Refusal OfficersMissing = new("officers-missing", RefusalKind.INVALID, new(
        "担当職員を一人以上入力してください。", "Name at least one officer."), "/officers");

    /// <summary>More than twenty.</summary>
    public static readonly Refusal OfficersTooMany = new("officers-too-many", RefusalKind.INVALID, new(
        "担当職員は20人までです。人数を減らしてください。", "Name at most 20 officers."), "/officers");

    /// <summary>At any time one officer is the 主.</summary>
    public static readonly Refusal PrimaryTwice = new("primary-twice", RefusalKind.INVALID, new(
        "主担当が二人います。主担当は一人とし、ほかの方は副担当としてください。", "Two officers are primary. Keep one and make the others deputies."), "/officers");

    /// <summary>An officer of the list who begins after the list does.</summary>
    public static readonly Refusal OfficerNotYet = new("officer-not-yet", RefusalKind.INVALID, new(
        "担当の開始日が、この一覧の開始日より後です。交代の日から始まる一覧として、別に記録してください。",
        "This officer begins after the list does. Record a list of its own from the day of the change."));

    /// <summary>A calendar without a period.</summary>
    public static readonly Refusal PeriodsMissing = new("periods-missing", RefusalKind.INVALID, new(
        "担当職員と定めた報告の期間と提出日を入力してください。", "Enter the periods and due dates that were agreed."), "/periods");

    /// <summary>Periods beside a basis that cuts by itself.</summary>
    public static readonly Refusal PeriodsNotWanted = new("periods-not-wanted", RefusalKind.INVALID, new(
        "期間を個別に定めるのは、区切りを「個別に定めた期間」とするときだけです。", "Periods are named only when the basis is an agreed calendar."), "/periods");

    /// <summary>The form asks for a report at least yearly over several years.</summary>
    public static readonly Refusal TermHalfTooLong = new("term-half-too-long", RefusalKind.INVALID, new(
        "契約期間が２年を超えるため、その半分ごとでは様式の「年１回以上」になりません。別の区切りを選ぶか、期間を個別に定めてください。",
        "Half of a term over two years is more than the “at least yearly” of the form. Choose another basis, or name the periods."), "/basis");

    /// <summary>An agreed period that ends before it begins.</summary>
    public static readonly Refusal PeriodInvalid = new("agreed-period-invalid", RefusalKind.INVALID, new(
        "期間の終わりが始まりより前です。日付をご確認ください。", "The period ends before it begins. Check the dates."));

    /// <summary>An agreed period outside the term.</summary>
    public static readonly Refusal PeriodOutsideTerm = new("agreed-period-outside-term", RefusalKind.INVALID, new(
        "期間が契約期間の外にあります。日付をご確認ください。", "The period lies outside the contract's term. Check the dates."));

    /// <summary>Agreed periods that share a day or are not in order.</summary>
    public static readonly Refusal PeriodsOverlap = new("agreed-periods-overlap", RefusalKind.INVALID, new(
        "期間が重なっているか、日付の順になっていません。日付をご確認ください。", "The periods overlap or are not in order. Check the dates."));

    /// <summary>A report wanted before its period begins.</summary>
    public static readonly Refusal DueBeforePeriod = new("due-before-period", RefusalKind.INVALID, new(
        "提出日が期間の始まりより前です。日付をご確認ください。", "The report is due before its period begins. Check the dates."));
}
