namespace SecurityTracker.Domain.Catalogue;

/// <summary>One edition of 「情報セキュリティに関する事項」, as it is printed. Published editions are immutable; a correction is a new revision.</summary>
/// <param name="Code">Stable code, e.g. <c>ED-C</c>. Never changed once published.</param>
/// <param name="Revision">1 for the first publication, then counted up by corrections; contracts stay on theirs.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">The published document it was taken from.</param>
/// <param name="ContractorWord">The party's word in this edition: 受注者 or 受託者.</param>
/// <param name="Opening">The sentence before the first requirement (以下の事項について遵守すること。).</param>
/// <param name="Requirements">1) to 17) (or 18)) in the order of print.</param>
/// <param name="Form">The 別紙, or null where the edition has none.</param>
public sealed record AnnexEdition(
    string Code,
    int Revision,
    string Name,
    string Source,
    string ContractorWord,
    string Opening,
    IReadOnlyList<Requirement> Requirements,
    ReportForm? Form);

/// <summary>事項 n).</summary>
/// <param name="Number">Its number as an integer.</param>
/// <param name="Id"><c>items:n</c>, e.g. <c>17:15</c>.</param>
/// <param name="Heading">The 【】 heading it stands under, or null (ED-A has none).</param>
/// <param name="Text">The whole text as printed without its own number; paragraphs (なお、…, ①, (a), ・) divided by one line feed, no layout breaks.</param>
/// <param name="Statements">①, ② … with (a), (b) … under them; each text is also part of <paramref name="Text"/>.</param>
public sealed record Requirement(int Number, string Id, string? Heading, string Text, IReadOnlyList<Statement> Statements);

/// <summary>A labelled piece of a requirement’s text.</summary>
/// <param name="Id">e.g. <c>17:15.10</c>, and <c>17:15.3.a</c> one level down.</param>
/// <param name="Label">The label as printed: ①, (a), （１）.</param>
/// <param name="Text">Its whole text as printed without the label, with what is nested in it.</param>
/// <param name="Statements">The next level down, or empty.</param>
/// <param name="AlwaysExplained">The text demands an explanation whatever the status (15)⑩ of ED-C and ED-D).</param>
public sealed record Statement(string Id, string Label, string Text, IReadOnlyList<Statement> Statements, bool AlwaysExplained = false);

/// <summary>The 別紙: fixed texts and rows, with their own numbering and their own wording.</summary>
/// <param name="Mark">The word in the corner: 別紙.</param>
/// <param name="AddresseePattern">e.g. 経済産業省○○○課長 殿; a suggestion for the contract's addressee.</param>
/// <param name="Title">情報セキュリティに関する事項の遵守の方法の実施状況報告書.</param>
/// <param name="Preamble">情報セキュリティに関する事項１）の規定に基づき、下記のとおり報告します。</param>
/// <param name="ContractHeading">１．契約件名等.</param>
/// <param name="ReportHeading">２．報告事項.</param>
/// <param name="Columns">項目, 確認事項, 実施状況.</param>
/// <param name="Rows">2) to 17).</param>
/// <param name="Notes">The 記載要領, each with its printed number (１．…).</param>
/// <param name="Closing">（この報告書の提出時期：…）, the form's last line.</param>
public sealed record ReportForm(
    string Mark,
    string AddresseePattern,
    string Title,
    string Preamble,
    string ContractHeading,
    string ReportHeading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<FormRow> Rows,
    IReadOnlyList<string> Notes,
    string Closing);

/// <summary>One row of the form. Its text is not the clause's text.</summary>
/// <param name="Number">2 to 17.</param>
/// <param name="Label">As printed in the first column: 情報セキュリティに関する事項２）.</param>
/// <param name="Text">The second column as printed; paragraphs divided by one line feed, no layout breaks.</param>
public sealed record FormRow(int Number, string Label, string Text);
