using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.Demo.World;

/// <summary>A 課室 with its shared address and telephone.</summary>
internal sealed record DemoSection(string Name, string Mail, string Telephone);

/// <summary>An office of the ministry with its 課室.</summary>
internal sealed record DemoOffice(string Name, IReadOnlyList<DemoSection> Sections);

/// <summary>A made-up firm: a 受注者, or one that works for others as 再委託先.</summary>
internal sealed record DemoContractor(string Name, string Address, string RepresentativeTitle, string RepresentativeName);

/// <summary>The six answers of a contract.</summary>
internal sealed record DemoAnswers(
    bool Subcontracting, bool BringsDevices, bool CopiesOutside, bool Cloud, bool SystemOrSite, bool ApplicationOrContent);

/// <summary>A 変更契約.</summary>
internal sealed record DemoAmendment(DateOnly AgreedOn, string Reason, DateOnly EndsOn);

/// <summary>A 契約解除.</summary>
internal sealed record DemoTermination(DateOnly TerminatedOn, string Reason);

/// <summary>How far the record and the reports of a contract have come.</summary>
internal enum DemoProgress
{
    /// <summary>Registered, nothing else.</summary>
    REGISTERED,

    /// <summary>Some requirements have a status.</summary>
    BEGUN,

    /// <summary>Every requirement has a status, the reports of past periods are drafts.</summary>
    RECORDED,

    /// <summary>The reports of past periods are finalised; how far the last one has come is <see cref="DemoReview"/>'s matter.</summary>
    REPORTED,
}

/// <summary>How far the last report has come between the two sides; those before it are settled.</summary>
internal enum DemoReview
{
    FINALISED,
    SUBMITTED,
    RECEIVED,

    /// <summary>The officer has noted what to say of some rows, and sent nothing.</summary>
    DRAFTED,
    QUERIED,
    ANSWERED,

    /// <summary>The 差替え is handed in.</summary>
    REPLACED,

    /// <summary>省内確認中.</summary>
    INTERNAL_CHECK,

    /// <summary>A row was found insufficient in a 協議.</summary>
    INSUFFICIENT,

    /// <summary>The officer answered by mail, and has not confirmed the contractor's note of it.</summary>
    TOLD_BY_MAIL,
    SETTLED,
}

/// <summary>How far the 確認書類 has come.</summary>
internal enum DemoPaper
{
    NONE,
    DRAFT,

    /// <summary>Presented; the 了承 is awaited.</summary>
    PRESENTED,
    AGREED,
    IN_FORCE,

    /// <summary>One is in force, and a change is presented: the 同意 is awaited.</summary>
    CHANGE_PRESENTED,
}

/// <summary>A firm that takes part in a contract.</summary>
/// <param name="Name">One of the world's firms.</param>
/// <param name="Numbers">The items that flow down; null for all.</param>
/// <param name="Entered">How many of its rows are filled in.</param>
/// <param name="OnPaper">Whether the contractor enters them from a signed paper.</param>
internal sealed record DemoFirm(string Name, SubcontractorKind Kind, IReadOnlyList<int>? Numbers = null, int Entered = 0, bool OnPaper = false);

/// <summary>An item that someone of the contractor's staff looks after.</summary>
internal sealed record DemoAssignment(int Subject, IReadOnlyList<string> Mails);

/// <summary>A made-up contract.</summary>
/// <param name="Number">Its place in the world, from 1.</param>
/// <param name="Office">The place of its office.</param>
/// <param name="Contractor">The place of its contractor.</param>
/// <param name="Predecessor">The number of last year's contract of the same work, or null.</param>
internal sealed record DemoContract(
    int Number,
    string Name,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Edition,
    int Contractor,
    int Office,
    string Section,
    DemoAnswers Answers,
    DemoProgress Progress,
    int? Predecessor,
    DemoAmendment? Amendment,
    DemoTermination? Termination)
{
    /// <summary>The mail addresses of its 担当職員, the 主 first.</summary>
    public IReadOnlyList<string> Officers { get; init; } = [];

    /// <summary>幹事法人 alone, or 連名.</summary>
    public Consortium? Consortium { get; init; }

    /// <summary>How far its 確認書類 has come.</summary>
    public DemoPaper Paper { get; init; }

    /// <summary>How far its last report has come, where reports are finalised.</summary>
    public DemoReview Review { get; init; } = DemoReview.SETTLED;

    /// <summary>Those who take part.</summary>
    public IReadOnlyList<DemoFirm> Firms { get; init; } = [];

    /// <summary>Who of the staff looks after what.</summary>
    public IReadOnlyList<DemoAssignment> Assignments { get; init; } = [];

    /// <summary>What was asked of the officers.</summary>
    public IReadOnlyList<DemoAct> Acts { get; init; } = [];

    /// <summary>What the two sides said to each other.</summary>
    public IReadOnlyList<DemoSaying> Sayings { get; init; } = [];

    /// <summary>Whether it has a story of its own.</summary>
    public bool IsTold { get; init; }
}

/// <summary>A whole made-up world; the same for the same day.</summary>
/// <param name="Subcontractors">Firms without a contract of their own.</param>
internal sealed record DemoWorld(
    IReadOnlyList<DemoOffice> Offices,
    IReadOnlyList<DemoContractor> Contractors,
    IReadOnlyList<DemoContractor> Subcontractors,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoContract> Contracts)
{
    /// <summary>A smaller cut of the same world: every contract that has a story, and of the rest the first of each kind.</summary>
    public DemoWorld Cut() => this with
    {
        Contracts = [.. Contracts.Where(contract => contract.IsTold || contract.Number is 1 or 13 or 46 or 50 or 58)],
    };
}
