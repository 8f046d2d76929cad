namespace SecurityTracker.Domain.Reports;

/// <summary>What stands above the table: all of it is printed, so all of it must be there.</summary>
internal static class HeaderChecks
{
    // As the editions print them (経済産業省○○○課長): the circle, and the zero that looks like it.
    private static readonly string[] Placeholders = ["○○○", "〇〇〇"];

    public static IEnumerable<ReportCheck> Run(ReportHeader header, ReportFacts facts)
    {
        var blanks = new (string Label, string English, string Field, string? Text)[]
        {
            ("宛先", "The addressee", "addressee", header.Addressee),
            ("住所", "The address", "contractorAddress", header.ContractorAddress),
            ("名称", "The contractor's name", "contractorName", header.ContractorName),
            ("代表者氏名", "The representative's name", "representativeName", facts.RepresentativeName),
            ("契約件名", "The contract's name", "contractName", header.ContractName),
        };
        foreach (var (label, english, field, _) in blanks.Where(blank => Texts.IsBlank(blank.Text)))
        {
            yield return new("header-blank", CheckSeverity.BLOCKING, Number: null,
                new($"{label}が空欄です。記入してください。", $"{english} is blank. Fill it in."), $"/header/{field}");
        }

        if (Placeholders.Any(placeholder => header.Addressee.Contains(placeholder, StringComparison.Ordinal)))
        {
            yield return new("addressee-placeholder", CheckSeverity.NOTICE, Number: null, new(
                "宛先に「〇〇〇」が残っています。課名等を記入してください。",
                "The addressee still holds “〇〇〇”. Fill in the section's name."), "/header/addressee");
        }

        if (header.ContractSignedOn is null)
        {
            yield return new("signing-date-missing", CheckSeverity.BLOCKING, Number: null, new(
                "契約締結日がありません。様式に記載が必要です。契約の締結を記録してから、契約締結日を記入してください。",
                "The form needs the contract's signing date. Record the signing, then fill in the date."), "/header/contractSignedOn");
        }

        if (header.ReportedOn is null)
        {
            yield return new("reported-on-missing", CheckSeverity.NOTICE, Number: null, new(
                "報告の日付が空欄です。このまま確定すると「令和　年　月　日」と印刷されます。",
                "The report has no date. Finalised as it is, the date prints blank."), "/header/reportedOn");
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
