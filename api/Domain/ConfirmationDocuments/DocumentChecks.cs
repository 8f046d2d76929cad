using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>What is missing in a draft, or deserves a look.</summary>
/// <param name="Number">The item, or null.</param>
/// <param name="PersonId">The person, or null.</param>
/// <param name="Pointer">The place in the draft, as an RFC 6901 pointer.</param>
public sealed record DocumentCheck(string Code, CheckSeverity Severity, int? Number, Guid? PersonId, string Pointer, Message Messages);

/// <summary>A text that the PDF cannot print as it is written.</summary>
public sealed record UnprintableInDocument(string Place, string Text, string CodePoints);

/// <summary>
/// Looks at a draft before it is presented. Blocking is what item 1) asks for in so many words: a method for each item, someone who does
/// the work, each of them with the 国籍 where the staff item demands it (or the word that a paper beside it says so), no place left open, and a file that prints every character. All else is a notice: the officer decides what suffices.
/// </summary>
public static class DocumentChecks
{
    private static readonly PersonField[] AskedOfWorkers = [PersonField.AFFILIATION, PersonField.EXPERTISE, PersonField.ACHIEVEMENTS];

    /// <summary>All findings, the blocking ones first.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="edition">The edition it is read in.</param>
    /// <param name="recorded">The methods as they are recorded now.</param>
    /// <param name="parts">The subcontractors' parts as they are now.</param>
    /// <param name="erased">Whose data was erased.</param>
    /// <param name="unprintable">What no font of the PDF has.</param>
    public static IReadOnlyList<DocumentCheck> Run(
        DocumentContent draft,
        AnnexEdition edition,
        IReadOnlyList<DocumentMethod> recorded,
        IReadOnlyList<DocumentPart> parts,
        IReadOnlyList<Guid> erased,
        IReadOnlyList<UnprintableInDocument> unprintable)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var staff = DocumentNeeds.StaffNumber(edition);
        var present = draft.People.Where(person => !erased.Contains(person.Id)).ToList();
        return
        [
            .. Blocking(draft, staff),
            .. AsksNationality(edition, staff) ? present.Where(person => person.RefOf(PersonField.NATIONALITY) is null).Select(person => NationalityMissing(person, draft, staff)) : [],
            .. PlaceholderChecks.OfTexts(draft),
            .. unprintable.Select(text => Finding(CheckSeverity.BLOCKING, "text-unprintable", null, null, "", new(
                $"{text.Place}の「{text.Text}」（{text.CodePoints}）は、PDFに印字できません。別の字で書いてください。",
                $"“{text.Text}” ({text.CodePoints}) in {text.Place} cannot be printed. Write it otherwise."))),
            .. OfOrganization(draft, staff),
            .. present.SelectMany(person => OfPerson(person, draft, staff)),
            .. draft.People.Where(person => erased.Contains(person.Id)).Select(person => Finding(
                CheckSeverity.NOTICE, "person-erased", staff, person.Id, PointerOf(draft, person), new(
                    "消去済みの人が名簿に残っています。名簿から外してください。", "Someone whose data was erased is still on the roster. Remove the row."))),
            .. Differing(draft, recorded),
            .. parts.Count == draft.Parts.Count && parts.Zip(draft.Parts).All(pair => pair.First.SameAs(pair.Second))
                ? Array.Empty<DocumentCheck>()
                : [Finding(CheckSeverity.NOTICE, "parts-differ", null, null, "/parts", new(
                    "再委託先に係る内容が、現在の記録と異なります。", "What the draft says of subcontractors differs from their present records."))],
        ];
    }

    private static IEnumerable<DocumentCheck> Blocking(DocumentContent draft, int staff)
    {
        for (var i = 0; i < draft.Methods.Count; i++)
        {
            if (Texts.IsBlank(draft.Methods[i].Method))
            {
                var number = draft.Methods[i].Number;
                yield return Finding(CheckSeverity.BLOCKING, "method-missing", number, null, $"/methods/{i}/method", new(
                    $"{number})の遵守の方法を記入してください。該当しないときは、その旨を記入してください。",
                    $"Write the method for {number}). Where it does not apply, say so."));
            }
        }

        if (draft.People.Count == 0)
        {
            yield return Finding(CheckSeverity.BLOCKING, "roster-empty", staff, null, "/people", new(
                $"従事者が記入されていません。{staff})により、全ての従事者を記入してください。", $"Nobody is on the roster. {staff}) asks for everyone who works on it."));
        }
    }

    private static bool AsksNationality(AnnexEdition edition, int staff) =>
        edition.Requirements.Any(requirement => requirement.Number == staff && requirement.Text.Contains("国籍", StringComparison.Ordinal));

    private static DocumentCheck NationalityMissing(RosterPerson person, DocumentContent draft, int staff) =>
        Finding(CheckSeverity.BLOCKING, "nationality-missing", staff, person.Id, $"{PointerOf(draft, person)}/nationality", new(
            $"{staff})は、全ての従事者の国籍の提示を求めています。国籍を記入するか、添える書類に記載することを選んでください。",
            $"{staff}) asks for the nationality of everyone who works on it. Enter it, or choose that a paper beside the document says it."));

    private static IEnumerable<DocumentCheck> OfOrganization(DocumentContent draft, int staff)
    {
        if (draft.People.Count > 0 && !draft.People.Any(person => person.Roles.Contains(OrganizationRole.INFORMATION_MANAGER)))
        {
            yield return Finding(CheckSeverity.NOTICE, "information-manager-missing", staff, null, "/people", new(
                "情報管理責任者が決まっていません。", "Nobody is the 情報管理責任者."));
        }

        if (Texts.IsBlank(draft.Organization.Places))
        {
            yield return Finding(CheckSeverity.NOTICE, "places-missing", staff, null, "/places", new(
                $"{staff})の「本業務の実施場所」が記入されていません。", $"{staff}) asks for the places where the work is done."));
        }

        if (draft.Organization.CapitalAndDirectors is null)
        {
            yield return Finding(CheckSeverity.NOTICE, "capital-missing", staff, null, "/capitalAndDirectors", new(
                $"{staff})の「資本関係・役員の情報」が記入されていません。", $"{staff}) asks for capital relations and directors."));
        }
    }

    private static IEnumerable<DocumentCheck> OfPerson(RosterPerson person, DocumentContent draft, int staff)
    {
        var missing = AskedOfWorkers.Where(field => person.RefOf(field) is null).Select(field => DocumentWords.Of(field)).ToList();
        if (missing.Count > 0)
        {
            yield return Finding(CheckSeverity.NOTICE, "person-incomplete", staff, person.Id, PointerOf(draft, person), new(
                $"{staff})で提示する項目のうち、{string.Join('・', missing.Select(word => word.Ja))}が記入されていません。",
                $"Of what {staff}) asks for, these are missing: {string.Join(", ", missing.Select(word => word.En))}."));
        }
    }

    private static IEnumerable<DocumentCheck> Differing(DocumentContent draft, IReadOnlyList<DocumentMethod> recorded) =>
        from method in draft.Methods.Select((Value, Index) => (Value, Index))
        let record = recorded.FirstOrDefault(r => r.Number == method.Value.Number)
        where record?.Method is not null && record.Method != method.Value.Method
        select Finding(CheckSeverity.NOTICE, "differs-from-record", method.Value.Number, null, $"/methods/{method.Index}/method", new(
            $"{method.Value.Number})の遵守の方法は、記録と異なります。", $"The method for {method.Value.Number}) differs from the record."));

    private static string PointerOf(DocumentContent draft, RosterPerson person) => $"/people/{draft.People.ToList().IndexOf(person)}";

    private static DocumentCheck Finding(CheckSeverity severity, string code, int? number, Guid? personId, string pointer, Message messages) =>
        new(code, severity, number, personId, pointer, messages);
}
