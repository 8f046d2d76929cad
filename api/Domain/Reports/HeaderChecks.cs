namespace SecurityTracker.Domain.Reports;

/// <summary>What stands above the table: all of it is printed, so all of it must be there.</summary>
internal static class HeaderChecks
{
    public static IEnumerable<ReportCheck> Run(ReportHeader header, ReportFacts facts)
    {
        var lines = new (string Label, string English, string Field, string? Text, bool Wanted)[]
        {
            ("文書番号", "The document number", "documentNumber", header.DocumentNumber, false),
            ("宛先", "The addressee", "addressee", header.Addressee, true),
            ("住所", "The address", "contractorAddress", header.ContractorAddress, true),
            ("名称", "The contractor's name", "contractorName", header.ContractorName, true),
            ("代表者の役職", "The representative's title", "representativeTitle", header.RepresentativeTitle, false),
            ("代表者氏名", "The representative's name", "representativeName", facts.RepresentativeName, true),
            ("契約件名", "The contract's name", "contractName", header.ContractName, true),
        };
        foreach (var (label, english, field, text, wanted) in lines)
        {
            if (wanted && Texts.IsBlank(text))
            {
                yield return new("header-blank", CheckSeverity.BLOCKING, Number: null,
                    new($"{label}が空欄です。記入してください。", $"{english} is blank. Fill it in."), $"/header/{field}");
            }
            else if (Placeholders.InLine(text) is { } placeholder)
            {
                yield return new(field == "addressee" ? "addressee-placeholder" : "header-placeholder", CheckSeverity.BLOCKING, Number: null, new(
                    $"{label}に「{placeholder}」が残っています。実際の名称等に改めてください。",
                    $"{english} still holds “{placeholder}”. Write what belongs there."), $"/header/{field}");
            }
        }

        if (header.ContractSignedOn is null)
        {
            yield return new("signing-date-missing", CheckSeverity.BLOCKING, Number: null, new(
                "契約締結日がありません。様式に記載が必要です。契約の締結を記録してから、契約締結日を記入してください。",
                "The form needs the contract's signing date. Record the signing, then fill in the date."), "/header/contractSignedOn");
        }

        if (header.ReportedOn is null)
        {
            yield return new("reported-on-missing", CheckSeverity.BLOCKING, Number: null, new(
                "報告の日付が空欄です。このままでは「令和　年　月　日」と印刷されます。日付を記入してください。",
                "The report has no date, and a blank one would be printed. Fill it in."), "/header/reportedOn");
        }

        if (Differs(header, facts))
        {
            yield return new("header-differs", CheckSeverity.NOTICE, Number: null, new(
                "契約の記録（契約件名・契約締結日・受注者の名称・住所）と異なる記載があります。どちらが正しいかご確認ください。",
                "Name, signing date or contractor differ from the contract's record. Check which is right."), "/header");
        }
    }

    private static bool Differs(ReportHeader header, ReportFacts facts) =>
        header.ContractName != facts.Contract.Name
        || (header.ContractSignedOn is not null && facts.Contract.SignedOn is not null && header.ContractSignedOn != facts.Contract.SignedOn)
        || header.ContractorName != facts.Contract.Contractor.Name
        || header.ContractorAddress != facts.Contract.Contractor.Address;
}
