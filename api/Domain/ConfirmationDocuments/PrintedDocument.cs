using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>A line of a block or a table of two columns.</summary>
public sealed record PrintedLine(string Label, string Value);

/// <summary>A table as it prints.</summary>
public sealed record PrintedTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>One item: its label, its heading and text as the edition prints them, and the method beside it.</summary>
public sealed record PrintedItem(string Label, string? Heading, string Text, string Method);

/// <summary>The rows of one subcontractor.</summary>
public sealed record PrintedPart(string SubcontractorName, PrintedTable Rows);

/// <summary>A 確認書類 as it prints: every text is ready, what a reader may not see is already masked.</summary>
/// <param name="Marks">What stands in the corner: 確認書類, 第１版, and 案 or that it is a masked copy.</param>
public sealed record PrintedDocument(
    DateOnly? Date,
    IReadOnlyList<string> Marks,
    string DateText,
    string Addressee,
    IReadOnlyList<PrintedLine> Sender,
    string Title,
    string Preamble,
    IReadOnlyList<PrintedLine> Contract,
    IReadOnlyList<PrintedLine> Organization,
    PrintedTable Roles,
    PrintedTable Workers,
    PrintedTable? Handlers,
    IReadOnlyList<string> ItemColumns,
    IReadOnlyList<PrintedItem> Items,
    PrintedTable Papers,
    IReadOnlyList<PrintedPart> Parts);

/// <summary>What a document is printed from.</summary>
/// <param name="Number">The version's number; null for a draft.</param>
/// <param name="ValueOf">What a reader sees of a person's field: the value, what stands in its place, or null where it is not filled in.</param>
/// <param name="Masked">Whether anything is withheld from the reader.</param>
public sealed record DocumentToPrint(
    DocumentContent Content,
    AnnexEdition Edition,
    VersionKind Kind,
    DocumentHeader Header,
    int? Number,
    string RepresentativeName,
    string? CapitalAndDirectors,
    Func<RosterPerson, PersonField, string?> ValueOf,
    bool Masked);

/// <summary>Puts a document into print.</summary>
public static class DocumentPrint
{
    private static readonly string[] ItemColumns = ["項目", "事項", "遵守の方法"];
    private static readonly PersonField[] HandlerOnly = [PersonField.ADDRESS, PersonField.BIRTH_DATE];

    /// <summary>The document in print.</summary>
    public static PrintedDocument Of(DocumentToPrint document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (content, edition, header) = (document.Content, document.Edition, document.Header);
        return new PrintedDocument(
            document.Number is null ? null : header.Date,
            [.. MarksOf(document)],
            document.Number is null ? Wareki.Blank : Wareki.Format(header.Date),
            header.Addressee,
            [
                new("住所", header.ContractorAddress),
                new("名称", header.ContractorName),
                new("代表者氏名", header.RepresentativeTitle is { } title ? $"{title}　{document.RepresentativeName}" : document.RepresentativeName),
            ],
            DocumentWords.Title,
            DocumentWords.Preamble(document.Kind, edition),
            [
                new("契約締結日", header.ContractSignedOn is { } signedOn ? Wareki.Format(signedOn) : DocumentWords.NotSigned),
                new("契約件名", header.ContractName),
            ],
            [
                new(DocumentWords.Structure, OrNone(content.Organization.Structure)),
                new(DocumentWords.CapitalAndDirectors, OrNone(document.CapitalAndDirectors)),
                new(DocumentWords.Places, OrNone(content.Organization.Places)),
            ],
            RolesOf(document),
            WorkersOf(document),
            content.People.Any(person => HandlerOnly.Any(field => person.RefOf(field) is not null)) ? HandlersOf(document) : null,
            ItemColumns,
            [.. content.Methods.Select(method => ItemOf(method, edition, content.ExtraItems))],
            PapersOf(content),
            [.. content.Parts.Select(part => new PrintedPart(
                part.SubcontractorName,
                new PrintedTable(["項目", "遵守の方法"], [.. part.Methods.Select(method => (IReadOnlyList<string>)[LabelOf(method.Number), Printable(method.Method)])])))]);
    }

    /// <summary>２）, or 追加事項１ for an item beyond the edition.</summary>
    public static string LabelOf(int number) => number >= Contracts.ExtraItem.FirstNumber
        ? $"追加事項{Wareki.FullWidth(number - Contracts.ExtraItem.FirstNumber + 1)}"
        : $"{Wareki.FullWidth(number)}）";

    private static IEnumerable<string> MarksOf(DocumentToPrint document)
    {
        yield return DocumentWords.Mark;
        yield return document.Number is { } number ? DocumentWords.VersionName(number) : DocumentWords.DraftMark;
        if (document.Masked)
        {
            yield return DocumentWords.MaskedMark;
        }
    }

    private static PrintedTable RolesOf(DocumentToPrint document) => new(
        ["役割", "氏名（所属）"],
        [
            .. from role in Enum.GetValues<OrganizationRole>()
               let people = document.Content.People.Where(person => person.Roles.Contains(role)).Select(person => NameFor(role, document, person)).ToList()
               where people.Count > 0
               select (IReadOnlyList<string>)[DocumentWords.Of(role).Ja, string.Join('、', people)],
        ]);

    // The affiliation of those who do the work stands in the roster below.
    private static string NameFor(OrganizationRole role, DocumentToPrint document, RosterPerson person) =>
        role != OrganizationRole.WORKER && document.ValueOf(person, PersonField.AFFILIATION) is { } affiliation
            ? $"{document.ValueOf(person, PersonField.NAME)}（{affiliation}）"
            : document.ValueOf(person, PersonField.NAME) ?? "";

    private static PrintedTable WorkersOf(DocumentToPrint document) => new(
        ["氏名", "所属・役職", "担当業務", "専門性（情報セキュリティに係る資格・研修実績等）", "実績", "国籍"],
        [.. document.Content.People.Select(person => (IReadOnlyList<string>)
            [
                Value(document, person, PersonField.NAME),
                string.Join('\n', new[] { document.ValueOf(person, PersonField.AFFILIATION), document.ValueOf(person, PersonField.POSITION) }.OfType<string>()),
                person.Duty ?? "",
                Value(document, person, PersonField.EXPERTISE),
                Value(document, person, PersonField.ACHIEVEMENTS),
                Value(document, person, PersonField.NATIONALITY),
            ])]);

    private static PrintedTable HandlersOf(DocumentToPrint document) => new(
        ["氏名", "住所", "生年月日", "所属", "役職"],
        [.. document.Content.People.Where(person => HandlerOnly.Any(field => person.RefOf(field) is not null)).Select(person => (IReadOnlyList<string>)
            [
                Value(document, person, PersonField.NAME),
                Value(document, person, PersonField.ADDRESS),
                DayOf(document.ValueOf(person, PersonField.BIRTH_DATE)),
                Value(document, person, PersonField.AFFILIATION),
                Value(document, person, PersonField.POSITION),
            ])]);

    private static string Value(DocumentToPrint document, RosterPerson person, PersonField field) => Printable(document.ValueOf(person, field));

    // What stands in a day's place (（非表示）, 消去済み) is no day; before 昭和 there is no era to print.
    private static string DayOf(string? value) =>
        DateOnly.TryParseExact(value, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day >= new DateOnly(1926, 12, 25)
            ? Wareki.Format(day)
            : value ?? "";

    private static PrintedItem ItemOf(DocumentMethod method, AnnexEdition edition, IReadOnlyList<DocumentItem> extraItems)
    {
        var requirement = edition.Requirements.FirstOrDefault(r => r.Number == method.Number);
        var text = requirement?.Text ?? extraItems.FirstOrDefault(item => item.Number == method.Number)?.Text ?? "";
        return new PrintedItem(LabelOf(method.Number), requirement?.Heading, Printable(text), Printable(method.Method));
    }

    private static PrintedTable PapersOf(DocumentContent content) => new(
        ["項目", "情報、書類等", "ファイル"],
        [.. content.Papers.Select(paper => (IReadOnlyList<string>)
            [
                paper.Number is { } number ? LabelOf(number) : "",
                paper.Subject,
                paper.Files.Count == 0 ? "（別途提出）" : string.Join('\n', paper.Files.Select(file => file.Name)),
            ])]);

    private static string OrNone(string? text) => Texts.IsBlank(text) ? "（記載なし）" : Printable(text);

    private static string Printable(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Replace('\t', '　').TrimEnd('\n');
}
