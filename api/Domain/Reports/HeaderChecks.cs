namespace SecurityTracker.Domain.Reports;

/// <summary>What stands above the table: all of it is printed, so all of it must be there.</summary>
internal static class HeaderChecks
{
    /// <summary>The findings on the header.</summary>
    public static IEnumerable<ReportCheck> Run(ReportHeader header, ReportFacts facts) =>
        Lines(header, facts).Select(Check).Append(SigningDate(header)).Append(ReportedOn(header)).Append(Record(header, facts)).OfType<ReportCheck>();

    private static IEnumerable<Line> Lines(ReportHeader header, ReportFacts facts) =>
    [
        new("文書番号", "The document number", "documentNumber", header.DocumentNumber, Wanted: false),
        new("宛先", "The addressee", "addressee", header.Addressee),
        new("住所", "The address", "contractorAddress", header.ContractorAddress),
        new("名称", "The contractor's name", "contractorName", header.ContractorName),
        new("代表者の役職", "The representative's title", "representativeTitle", header.RepresentativeTitle, Wanted: false),
        new("代表者氏名", "The representative's name", "representativeName", facts.RepresentativeName),
        new("契約件名", "The contract's name", "contractName", header.ContractName),
    ];

    private static ReportCheck? Check(Line line) =>
        line.Wanted && Texts.IsBlank(line.Text) ? Blocking("header-blank", line.Field, new(
            $"{line.Label}が空欄です。記入してください。",
            $"{line.English} is blank. Fill it in."))
        : Placeholders.InLine(line.Text) is { } placeholder ? Blocking(line.Field == "addressee" ? "addressee-placeholder" : "header-placeholder", line.Field, new(
            $"{line.Label}に「{placeholder}」が残っています。実際の名称等に改めてください。",
            $"{line.English} still holds “{placeholder}”. Write what belongs there."))
        : null;

    private static ReportCheck? SigningDate(ReportHeader header) => header.ContractSignedOn is not null ? null
        : Blocking("signing-date-missing", "contractSignedOn", new(
            "契約締結日がありません。様式に記載が必要です。契約の締結を記録してから、契約締結日を記入してください。",
            "The form needs the contract's signing date. Record the signing, then fill in the date."));

    private static ReportCheck? ReportedOn(ReportHeader header) => header.ReportedOn is not null ? null
        : Blocking("reported-on-missing", "reportedOn", new(
            "報告の日付が空欄です。このままでは「令和　年　月　日」と印刷されます。日付を記入してください。",
            "The report has no date, and a blank one would be printed. Fill it in."));

    private static ReportCheck? Record(ReportHeader header, ReportFacts facts) => !Differs(header, facts) ? null
        : new("header-differs", CheckSeverity.NOTICE, Number: null, new(
            "契約の記録（契約件名・契約締結日・受注者の名称・住所）と異なる記載があります。どちらが正しいかご確認ください。",
            "Name, signing date or contractor differ from the contract's record. Check which is right."), "/header");

    private static ReportCheck Blocking(string code, string field, Message messages) =>
        new(code, CheckSeverity.BLOCKING, Number: null, messages, $"/header/{field}");

    private static bool Differs(ReportHeader header, ReportFacts facts) =>
        header.ContractName != facts.Contract.Name
        || (header.ContractSignedOn is not null && facts.Contract.SignedOn is not null && header.ContractSignedOn != facts.Contract.SignedOn)
        || header.ContractorName != facts.Contract.Contractor.Name
        || header.ContractorAddress != facts.Contract.Contractor.Address;

    private sealed record Line(string Label, string English, string Field, string? Text, bool Wanted = true);
}
