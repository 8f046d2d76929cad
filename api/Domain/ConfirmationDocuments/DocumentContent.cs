using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Files;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>遵守の方法 of one requirement, as the document says it.</summary>
/// <param name="Number">2 to 17 (18), or that of an item that was added to the contract.</param>
/// <param name="Method">Null while it is not written.</param>
/// <param name="ObligationVersion">The version of the record it was last compared with; 0 where there was none.</param>
/// <param name="RecordedAs">What the record said when the document was made to say something else on purpose; null where it says what the record said.</param>
public sealed record DocumentMethod(int Number, string? Method, long ObligationVersion, string? RecordedAs = null)
{
    /// <summary>Whether the record was changed since: not where it merely says what it said when this was written.</summary>
    public bool IsOvertakenBy(DocumentMethod record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Number == Number && record.Method is not null && record.Method != (RecordedAs ?? Method);
    }
}

/// <summary>An item beyond the edition's own, with the text that was agreed.</summary>
public sealed record DocumentItem(int Number, string Text);

/// <summary>What is said of the 体制 as a whole.</summary>
/// <param name="Structure">体制の概要, or null.</param>
/// <param name="Places">本業務の実施場所 (item 4), or null.</param>
/// <param name="CapitalAndDirectors">資本関係・役員の情報 (item 4), kept outside the events as it names directors; or null.</param>
public sealed record DocumentOrganization(string? Structure, string? Places, [property: Personal] PersonalRef? CapitalAndDirectors)
{
    /// <summary>Nothing said yet.</summary>
    public static DocumentOrganization Empty { get; } = new(Structure: null, Places: null, CapitalAndDirectors: null);
}

/// <summary>A paper that is handed in with the document (提出を求める情報、書類等).</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Number">The item that asks for it, or null.</param>
/// <param name="Files">The paper itself; none where it is handed over on paper.</param>
public sealed record RequiredPaper(Guid Id, string Subject, int? Number, IReadOnlyList<FileRef> Files)
{
    /// <summary>Whether it is the same paper with the same files.</summary>
    public bool SameAs(RequiredPaper other) =>
        (Id, Subject, Number) == (other.Id, other.Subject, other.Number) && Files.SequenceEqual(other.Files);
}

/// <summary>What a subcontractor's part says on one item.</summary>
public sealed record PartMethod(int Number, string? Method);

/// <summary>再委託先に係るもの (item 5): a subcontractor's part at the version that was taken.</summary>
public sealed record DocumentPart(Guid PartId, long PartVersion, string SubcontractorName, IReadOnlyList<PartMethod> Methods)
{
    /// <summary>Whether it says the same, whatever its version.</summary>
    public bool SameAs(DocumentPart other) =>
        (PartId, SubcontractorName) == (other.PartId, other.SubcontractorName) && Methods.SequenceEqual(other.Methods);
}

/// <summary>All that a confirmation document (確認書類) says. Item 1): 体制, 遵守の方法, and the information and papers asked for.</summary>
/// <param name="Methods">In the order of print, one for each item from 2) on.</param>
/// <param name="ExtraItems">The texts of added items; those of the edition are the edition's.</param>
public sealed record DocumentContent(
    EditionRef Edition,
    IReadOnlyList<DocumentMethod> Methods,
    IReadOnlyList<DocumentItem> ExtraItems,
    DocumentOrganization Organization,
    IReadOnlyList<RosterPerson> People,
    IReadOnlyList<RequiredPaper> Papers,
    IReadOnlyList<DocumentPart> Parts)
{
    /// <summary>The draft after an event of it.</summary>
    internal static DocumentContent Evolve(DocumentContent state, IDocumentDraftEvent e) => e switch
    {
        ConfirmationDocumentMethodChanged m => state.With(m.Number, method => method with { Method = m.Method, RecordedAs = method.RecordedAs ?? method.Method }),
        ConfirmationDocumentMethodTakenOver t => state.With(t.Number, _ => new DocumentMethod(t.Number, t.Method, t.ObligationVersion)),
        ConfirmationDocumentOrganizationChanged o => state with { Organization = o.Organization },
        ConfirmationDocumentPeopleSet p => state with { People = With(state.People, p.People) },
        ConfirmationDocumentPersonRemoved r => state with { People = [.. state.People.Where(person => person.Id != r.PersonId)] },
        ConfirmationDocumentPapersChanged p => state with { Papers = p.Papers },
        ConfirmationDocumentPartsTakenOver p => state with { Parts = p.Parts },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, "unknown event"),
    };

    /// <summary>The method of an item, or null where the document has no such item.</summary>
    public DocumentMethod? MethodOf(int number) => Methods.FirstOrDefault(method => method.Number == number);

    /// <summary>The person with this id, or null.</summary>
    public RosterPerson? Person(Guid id) => People.FirstOrDefault(person => person.Id == id);

    /// <summary>The same, with the methods as they are recorded now. What was never recorded is no change of what was agreed.</summary>
    public DocumentContent AsRecorded(IReadOnlyList<DocumentMethod> recorded) => this with
    {
        Methods = [.. Methods.Select(method => recorded.FirstOrDefault(method.IsOvertakenBy) ?? method)],
    };

    /// <summary>
    /// The same, with the items that the contract has now: what a 変更契約 or an added item brought stands there without a method,
    /// what it took away is gone.
    /// </summary>
    /// <param name="edition">The contract's edition now.</param>
    /// <param name="extraItems">Its added items now.</param>
    public DocumentContent With(AnnexEdition edition, IReadOnlyList<DocumentItem> extraItems) => this with
    {
        Edition = new EditionRef(edition.Code, edition.Revision),
        ExtraItems = extraItems,
        Methods = [.. NumbersOf(edition, extraItems).Select(number => MethodOf(number) ?? new DocumentMethod(number, Method: null, ObligationVersion: 0))],
    };

    /// <summary>The numbers of the items that the document speaks of: all but 1), which asks for the document itself.</summary>
    public static IEnumerable<int> NumbersOf(AnnexEdition edition, IReadOnlyList<DocumentItem> extraItems) =>
        edition.Requirements.Select(requirement => requirement.Number).Where(number => number > 1).Concat(extraItems.Select(item => item.Number));

    /// <summary>A first draft: the methods as they are recorded, and nothing else yet.</summary>
    public static DocumentContent From(AnnexEdition edition, IReadOnlyList<DocumentItem> extraItems, IReadOnlyList<DocumentMethod> recorded) => new(
        new EditionRef(edition.Code, edition.Revision),
        [.. NumbersOf(edition, extraItems).Select(number => recorded.FirstOrDefault(r => r.Number == number) ?? new DocumentMethod(number, Method: null, ObligationVersion: 0))],
        extraItems,
        DocumentOrganization.Empty,
        [],
        [],
        []);

    private DocumentContent With(int number, Func<DocumentMethod, DocumentMethod> change) =>
        this with { Methods = [.. Methods.Select(method => method.Number == number ? change(method) : method)] };

    private static IReadOnlyList<RosterPerson> With(IReadOnlyList<RosterPerson> people, IReadOnlyList<RosterPerson> set) =>
    [
        .. people.Select(person => set.FirstOrDefault(other => other.Id == person.Id) ?? person),
        .. set.Where(person => people.All(other => other.Id != person.Id)),
    ];
}
