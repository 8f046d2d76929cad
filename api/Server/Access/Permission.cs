using System.Reflection;
using SecurityTracker.Domain;
using static SecurityTracker.Domain.Role;

namespace SecurityTracker.Server.Access;

/// <summary>What a permission asks for before it asks for a role.</summary>
internal enum Reach
{
    /// <summary>A person who acts as a member of an organisation, or a token: then the role decides.</summary>
    MEMBERSHIP,

    /// <summary>A person who is signed in, whatever the role; no token.</summary>
    SESSION,

    /// <summary>The same, or a person who has to set up a second factor first.</summary>
    ENROLLING_SESSION,

    /// <summary>A person whose sign-in has begun, and may still wait for its second factor.</summary>
    BEGUN_SESSION,

    /// <summary>Nothing: what comes before a sign-in.</summary>
    ANYONE,
}

/// <summary>
/// What can be done here and by whom: the one table. Every route names a permission (<c>.Requires(Permission.SetStatus)</c>);
/// which contracts it reaches is <see cref="Visible"/>'s matter.
/// </summary>
/// <param name="Name">A stable kebab-case word.</param>
/// <param name="Roles">The roles that may.</param>
internal sealed record Permission(string Name, IReadOnlySet<Role> Roles)
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();
    private static readonly Role[] ContractorSide = [CONTRACTOR_OFFICER, CONTRACTOR_STAFF];
    private static readonly Role[] Parties = [CONTRACTOR_OFFICER, CONTRACTOR_STAFF, SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR];
    private static readonly Role[] WholeContract = [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR];
    private static readonly Role[] Section = [SUPERVISING_OFFICER, SECTION_HEAD];

    /// <summary>What a permission asks for before it asks for a role.</summary>
    public Reach Reach { get; private init; } = Reach.MEMBERSHIP;

    /// <summary>Whether it takes a person.</summary>
    public bool OfPersons { get; private init; }

    /// <summary>Sign in, accept an invitation, set up, ask for a new password.</summary>
    public static readonly Permission SignIn = Of("sign-in", Everyone) with { Reach = Reach.ANYONE };

    /// <summary>Go on with a sign-in that has begun, see one's session, and end it.</summary>
    public static readonly Permission CompleteSignIn = Of("complete-sign-in", Everyone) with { Reach = Reach.BEGUN_SESSION };

    /// <summary>Set up a second factor.</summary>
    public static readonly Permission EnrolSecondFactor = Of("enrol-second-factor", Everyone) with { Reach = Reach.ENROLLING_SESSION };

    /// <summary>See and change one's own account.</summary>
    public static readonly Permission OwnAccount = Of("own-account", Everyone) with { Reach = Reach.SESSION };

    /// <summary>Read who is here.</summary>
    public static readonly Permission ReadOrganisations = Of("read-organisations", Everyone);

    /// <summary>Read who of one's organisation signed in, was refused, took files out.</summary>
    public static readonly Permission ReadAuditEvents = Of("read-audit-events", [ADMINISTRATOR]);

    /// <summary>Read who is of the own organisation.</summary>
    public static readonly Permission ReadPeople = Of("read-people", Everyone);

    /// <summary>Give roles in the own organisation, and take them back.</summary>
    public static readonly Permission ManagePeople = ByPerson("manage-people", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Set what a 課室 works by: its shared address, its second pair of eyes, its 保存期間.</summary>
    public static readonly Permission ManageSection = ByPerson("manage-section", [SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Let another decide in the place of the 課室長 for some days.</summary>
    public static readonly Permission Delegate = ByPerson("delegate", [SECTION_HEAD]);

    /// <summary>Hand over what an officer is in charge of (異動).</summary>
    public static readonly Permission SucceedOfficers = ByPerson("succeed-officers", Section);

    /// <summary>Print what is open on a contract for whoever takes it over (引継書).</summary>
    public static readonly Permission PrintHandover = Of("print-handover", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Register organisations and their 課室.</summary>
    public static readonly Permission RegisterOrganisation = Of("register-organisation", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Read editions and their differences.</summary>
    public static readonly Permission ReadEditions = Of("read-editions", Everyone);

    /// <summary>Read a tender's annex in.</summary>
    public static readonly Permission ImportAnnex = Of("import-annex", Everyone);

    /// <summary>Complete a new wording as a draft edition.</summary>
    public static readonly Permission DraftEdition = Of("draft-edition", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Publish, correct, offer and withdraw editions: a firm its own, the ministry's side everyone's.</summary>
    public static readonly Permission PublishEdition = ByPerson("publish-edition", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Make a firm's edition everyone's (採用), and take that back; of administrators, those of an office of the ministry.</summary>
    public static readonly Permission AdoptEdition = ByPerson("adopt-edition", [SUPERVISING_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Read contracts and their records.</summary>
    public static readonly Permission ReadContracts = Of("read-contracts", Parties);

    /// <summary>Read what happened to a contract as a whole, which staff with single items do not.</summary>
    public static readonly Permission ReadContractRecord = Of("read-contract-record", WholeContract);

    /// <summary>Note 再委託先 and the members of a consortium.</summary>
    public static readonly Permission RegisterSubcontractor = Of("register-subcontractor", [CONTRACTOR_OFFICER]);

    /// <summary>Read the parts of 再委託先.</summary>
    public static readonly Permission ReadParts = Of("read-parts", [.. WholeContract, SUBCONTRACTOR_OFFICER]);

    /// <summary>Enter the part of a 再委託先: itself, or the contractor from the signed paper.</summary>
    public static readonly Permission EnterPart = Of("enter-part", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER]);

    /// <summary>Add a file to the part of a 再委託先: itself to its own, or the contractor.</summary>
    public static readonly Permission KeepPartFiles = Of("keep-part-files", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER]);

    /// <summary>Say who of the staff looks after an item.</summary>
    public static readonly Permission AssignStaff = Of("assign-staff", [CONTRACTOR_OFFICER]);

    /// <summary>Register a contract and its changes (締結, 変更契約, 契約解除).</summary>
    public static readonly Permission RegisterContract = Of("register-contract", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Answer the questions that propose statuses.</summary>
    public static readonly Permission AnswerQuestions = Of("answer-questions", [CONTRACTOR_OFFICER]);

    /// <summary>Add an item beyond the edition, with its 協議.</summary>
    public static readonly Permission AddExtraItem = Of("add-extra-item", [CONTRACTOR_OFFICER]);

    /// <summary>Record status, reason and method of a requirement.</summary>
    public static readonly Permission SetStatus = Of("set-status", ContractorSide);

    /// <summary>Override a rolled-up status, with a reason.</summary>
    public static readonly Permission OverrideStatus = Of("override-status", [CONTRACTOR_OFFICER]);

    /// <summary>Read the 確認書類; personal fields each by need.</summary>
    public static readonly Permission ReadConfirmationDocument = Of("read-confirmation-document", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR]);

    /// <summary>Write the draft of a 確認書類, roster included.</summary>
    public static readonly Permission DraftConfirmationDocument = Of("draft-confirmation-document", [CONTRACTOR_OFFICER]);

    /// <summary>Present a version (提示), and record its 提出 and from when it applies.</summary>
    public static readonly Permission PresentConfirmationDocument = Of("present-confirmation-document", [CONTRACTOR_OFFICER]);

    /// <summary>Erase what is kept of someone on a roster who has no account.</summary>
    public static readonly Permission ErasePersonOnRoster = ByPerson("erase-person-on-roster", [CONTRACTOR_OFFICER]);

    /// <summary>Erase what is kept of a person of one's own organisation.</summary>
    public static readonly Permission ErasePerson = ByPerson("erase-person", [ADMINISTRATOR]);

    /// <summary>Read reports, drafts and forms.</summary>
    public static readonly Permission ReadReports = Of("read-reports", WholeContract);

    /// <summary>Start, edit and discard drafts of reports.</summary>
    public static readonly Permission DraftReport = Of("draft-report", [CONTRACTOR_OFFICER]);

    /// <summary>Finalise a report: its bytes are the same from then on.</summary>
    public static readonly Permission FinaliseReport = Of("finalise-report", [CONTRACTOR_OFFICER]);

    /// <summary>Hand a report in.</summary>
    public static readonly Permission SubmitReport = Of("submit-report", [CONTRACTOR_OFFICER]);

    /// <summary>Note the 受領 of a report; either side.</summary>
    public static readonly Permission RecordReceipt = Of("record-receipt", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Mend a date of 提出 or 受領 that one's own side wrote down (訂正).</summary>
    public static readonly Permission CorrectReport = ByPerson("correct-report", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Answer a query on a row of a report.</summary>
    public static readonly Permission AnswerReportQuery = Of("answer-report-query", [CONTRACTOR_OFFICER]);

    /// <summary>Draft a 差替え.</summary>
    public static readonly Permission ReplaceReport = Of("replace-report", [CONTRACTOR_OFFICER]);

    /// <summary>Write down what an officer without an account said of a report.</summary>
    public static readonly Permission RecordOutsideReview = Of("record-outside-review", [CONTRACTOR_OFFICER]);

    /// <summary>Read the ministry's own side of a review: drafts, 省内決裁, marked copies.</summary>
    public static readonly Permission ReadReview = Of("read-review", [SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR]);

    /// <summary>Say of the rows of a report that they are 確認済, or ask.</summary>
    public static readonly Permission ReviewReport = ByPerson("review-report", [SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Record 廃棄 or 移管 of a report.</summary>
    public static readonly Permission DisposeReport = ByPerson("dispose-report", [SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Mark a copy for 開示請求.</summary>
    public static readonly Permission DiscloseReport = ByPerson("disclose-report", [SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Read a filled form in and keep it as 導入前の記録.</summary>
    public static readonly Permission ReadFilledForms = Of("read-filled-forms", WholeContract);

    /// <summary>Keep a form that was read as 導入前の記録.</summary>
    public static readonly Permission KeepPriorReport = Of("keep-prior-report", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Take back a 導入前の記録 that one's own side kept by mistake (取消し).</summary>
    public static readonly Permission WithdrawPriorReport = ByPerson("withdraw-prior-report", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Add a file to a contract.</summary>
    public static readonly Permission KeepFiles = Of("keep-files", [CONTRACTOR_OFFICER, CONTRACTOR_STAFF, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Read a file; which ones is <c>KeptFiles</c>' matter.</summary>
    public static readonly Permission ReadFiles = Of("read-files", [.. Parties, SUBCONTRACTOR_OFFICER]);

    /// <summary>Read in a mail that was received outside.</summary>
    public static readonly Permission ReadMails = Of("read-mails", [CONTRACTOR_OFFICER, CONTRACTOR_STAFF, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>See what became of the mails that the program sent for one's organisation (通知の記録).</summary>
    public static readonly Permission ReadDeliveries = Of("read-deliveries", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Bring in what a mail server reported of a mail that the program sent for one's organisation (不達通知).</summary>
    public static readonly Permission RecordBounces = ByPerson("record-bounces", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER, SECTION_HEAD, ADMINISTRATOR]);

    /// <summary>Erase the bytes of a file of one's own side.</summary>
    public static readonly Permission EraseFiles = ByPerson("erase-files", [CONTRACTOR_OFFICER, SUBCONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Read acts of authority, communications and what the edition asks for.</summary>
    public static readonly Permission ReadActs = Of("read-acts", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR]);

    /// <summary>Note that one has opened an act, a communication or a report as it stands.</summary>
    public static readonly Permission OpenAct = Of("open-act", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Ask for the officer's word, answer, and write down what was said outside and what was done under it.</summary>
    public static readonly Permission RequestAct = Of("request-act", [CONTRACTOR_OFFICER]);

    /// <summary>Give the officer's word, ask back, confirm records, take the word back.</summary>
    public static readonly Permission DecideAct = ByPerson("decide-act", [SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Mend a slip of one's own side (訂正).</summary>
    public static readonly Permission CorrectAct = ByPerson("correct-act", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Record communications with the other side, and confirm theirs.</summary>
    public static readonly Permission Communicate = Of("communicate", [CONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Report an incident at once (第一報).</summary>
    public static readonly Permission ReportIncident = Of("report-incident", ContractorSide);

    /// <summary>See what waits for one's side (要対応一覧).</summary>
    public static readonly Permission ReadInbox = Of("read-inbox", [CONTRACTOR_OFFICER, CONTRACTOR_STAFF, SUBCONTRACTOR_OFFICER, SUPERVISING_OFFICER, SECTION_HEAD]);

    /// <summary>Look over all contracts of one's 課室, or of the office, item by item (契約の一覧表).</summary>
    public static readonly Permission ReadPortfolio = Of("read-portfolio", [SUPERVISING_OFFICER, SECTION_HEAD, AUDITOR]);

    /// <summary>See what runs by itself in this installation, and let it run now.</summary>
    public static readonly Permission RunJobs = ByPerson("run-jobs", [ADMINISTRATOR]);

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        .. typeof(Permission).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Permission>(),
    ];

    private static Permission Of(string name, Role[] roles) => new(name, roles.ToHashSet());

    /// <summary>What is someone's own word or power over others: an account of a program has no second pair of eyes and is nobody.</summary>
    private static Permission ByPerson(string name, Role[] roles) => new(name, roles.ToHashSet()) { OfPersons = true };

    /// <summary>Whether an actor may: the program itself always, a person by its role, an account of a program likewise unless it takes a person.</summary>
    public bool Allows(Actor actor) =>
        actor.Kind == ActorKind.SYSTEM || (actor.Role is { } role && Roles.Contains(role) && (actor.Kind == ActorKind.PERSON || !OfPersons));
}
