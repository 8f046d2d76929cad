namespace SecurityTracker.Domain.ConfirmationDocuments;

/// <summary>What would print as an empty place or as a pattern's circles: above the document, and in what is written in it.</summary>
public static class PlaceholderChecks
{
    /// <summary>The findings above the document; all of it comes from the contract, and there it is mended.</summary>
    /// <param name="header">The header as it would print.</param>
    /// <param name="representativeName">代表者氏名 itself, or null.</param>
    public static IEnumerable<DocumentCheck> OfHeader(DocumentHeader header, string? representativeName)
    {
        ArgumentNullException.ThrowIfNull(header);
        var lines = new (string Label, string English, string? Text, bool Wanted)[]
        {
            ("宛先", "The addressee", header.Addressee, true),
            ("住所", "The address", header.ContractorAddress, true),
            ("名称", "The contractor's name", header.ContractorName, true),
            ("代表者の役職", "The representative's title", header.RepresentativeTitle, false),
            ("代表者氏名", "The representative's name", representativeName, true),
            ("契約件名", "The contract's name", header.ContractName, true),
        };
        foreach (var (label, english, text, wanted) in lines)
        {
            if (wanted && Texts.IsBlank(text))
            {
                yield return Blocking("header-blank", null, "/header", new(
                    $"{label}が空欄です。契約の{label}を記入してください。", $"{english} is blank. Fill it in on the contract."));
            }
            else if (Placeholders.InLine(text) is { } placeholder)
            {
                yield return Blocking("header-placeholder", null, "/header", new(
                    $"{label}に「{placeholder}」が残っています。契約の{label}を改めてください。",
                    $"{english} still holds “{placeholder}”. Change it on the contract."));
            }
        }
    }

    /// <summary>The findings in what is written: 体制, 実施場所 and the methods.</summary>
    public static IEnumerable<DocumentCheck> OfTexts(DocumentContent draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var texts = new (string Label, int? Number, string Pointer, string? Text)[]
        {
            ("体制の概要", null, "/structure", draft.Organization.Structure),
            ("本業務の実施場所", null, "/places", draft.Organization.Places),
        }.Concat(draft.Methods.Select((method, i) => (Label: $"{method.Number})の遵守の方法", Number: (int?)method.Number, Pointer: $"/methods/{i}/method", Text: method.Method)));
        return from text in texts
               let placeholder = Placeholders.InText(text.Text)
               where placeholder is not null
               select Blocking("text-placeholder", text.Number, text.Pointer, new(
                   $"{text.Label}に「{placeholder}」が残っています。実際の内容に改めてください。",
                   $"A text ({text.Label}) still holds “{placeholder}”. Write what belongs there."));
    }

    private static DocumentCheck Blocking(string code, int? number, string pointer, Message messages) =>
        new(code, CheckSeverity.BLOCKING, number, PersonId: null, pointer, messages);
}
