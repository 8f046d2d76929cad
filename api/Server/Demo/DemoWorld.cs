namespace SecurityTracker.Server.Demo;

/// <summary>An office of the ministry with its 課室.</summary>
public sealed record DemoOffice(string Name, IReadOnlyList<string> Sections);

/// <summary>A made-up 受注者.</summary>
public sealed record DemoContractor(string Name, string Address, string RepresentativeTitle, string RepresentativeName);

/// <summary>The six answers of a contract.</summary>
public sealed record DemoAnswers(
    bool Subcontracting, bool BringsDevices, bool CopiesOutside, bool Cloud, bool SystemOrSite, bool ApplicationOrContent);

/// <summary>A 変更契約.</summary>
public sealed record DemoAmendment(DateOnly AgreedOn, string Reason, DateOnly EndsOn);

/// <summary>A 契約解除.</summary>
public sealed record DemoTermination(DateOnly TerminatedOn, string Reason);

/// <summary>How far the record and the reports of a contract have come.</summary>
public enum DemoProgress
{
    /// <summary>Registered, nothing else.</summary>
    REGISTERED,

    /// <summary>Some requirements have a status.</summary>
    BEGUN,

    /// <summary>Every requirement has a status, the reports of past periods are drafts.</summary>
    RECORDED,

    /// <summary>The reports of past periods are finalised.</summary>
    REPORTED,
}

/// <summary>A made-up contract.</summary>
/// <param name="Number">Its place in the world, from 1.</param>
/// <param name="Office">The place of its office.</param>
/// <param name="Contractor">The place of its contractor.</param>
/// <param name="Predecessor">The number of last year's contract of the same work, or null.</param>
public sealed record DemoContract(
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
    DemoTermination? Termination);

/// <summary>A whole made-up world; the same for the same day.</summary>
public sealed record DemoWorld(IReadOnlyList<DemoOffice> Offices, IReadOnlyList<DemoContractor> Contractors, IReadOnlyList<DemoContract> Contracts);
