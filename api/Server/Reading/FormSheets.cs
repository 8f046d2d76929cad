using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>One form in a file: what stands above its table, the table with what follows, and its 別葉.</summary>
internal sealed record FormSheet(string? Sheet, FormColumns Columns, IReadOnlyList<ReadBlock> Above, IReadOnlyList<ReadBlock> Table, IReadOnlyList<ReadBlock> Reasons);

/// <summary>
/// The forms of a file. A workbook may hold several, a sample (記入例) among them: each sheet with the table is a form of its own, and
/// a sheet with reasons belongs to the form of the same 契約件名, else to the nearest before it that is no sample.
/// </summary>
/// <param name="Others">What stands on sheets that are neither.</param>
internal sealed record FormSheets(IReadOnlyList<FormSheet> Forms, IReadOnlyList<ReadBlock> Others)
{
    private static readonly string[] Samples = ["例", "見本", "サンプル", "ひな形", "雛形", "様式", "SAMPLE"];

    /// <summary>Sorts the sheets of a document.</summary>
    public static FormSheets Of(ReadDocument document)
    {
        var (forms, reasons, others) = (new List<FormSheet>(), new List<(int After, List<ReadBlock> Blocks)>(), new List<ReadBlock>());
        foreach (var sheet in Sheets(document))
        {
            if (FormOf(sheet) is { } form)
            {
                forms.Add(form);
            }
            else if (sheet.FindIndex(IsReasonMark) is >= 0 and var mark)
            {
                reasons.Add((forms.Count, sheet[mark..]));
                others.AddRange(sheet[..mark]);
            }
            else
            {
                others.AddRange(sheet);
            }
        }

        foreach (var (after, blocks) in reasons)
        {
            if (forms.Count == 0)
            {
                others.AddRange(blocks);
                continue;
            }

            var of = OwnerOf(forms, after, blocks);
            forms[of] = forms[of] with { Reasons = [.. forms[of].Reasons, .. blocks] };
        }

        return new(forms, others);
    }

    private static List<List<ReadBlock>> Sheets(ReadDocument document)
    {
        var sheets = new List<List<ReadBlock>>();
        foreach (var block in document.Blocks.Where(block => !block.IsBlank()))
        {
            if (sheets.Count == 0 || sheets[^1][0].Sheet != block.Sheet)
            {
                sheets.Add([]);
            }

            sheets[^1].Add(block);
        }

        return sheets;
    }

    private static FormSheet? FormOf(List<ReadBlock> sheet)
    {
        var table = sheet.FindIndex(block => FormColumns.OfForm(block) is not null);
        if (table < 0)
        {
            return null;
        }

        var reasons = sheet.FindIndex(table + 1, IsReasonMark);
        var end = reasons < 0 ? sheet.Count : reasons;
        return new(sheet[0].Sheet, FormColumns.OfForm(sheet[table])!, sheet[..table], sheet[(table + 1)..end], sheet[end..]);
    }

    private static bool IsReasonMark(ReadBlock block) =>
        MatchText.KeyOf(string.Concat(block.Cells)) is FormWords.ReasonSheet || (FormColumns.OfReasons(block) is not null && FormColumns.OfForm(block) is null);

    private static int OwnerOf(List<FormSheet> forms, int after, List<ReadBlock> reasons)
    {
        var named = reasons.Take(10).Select(block => MatchText.KeyOf(string.Concat(block.Cells))).FirstOrDefault(key => key.StartsWith(FormWords.ContractName, StringComparison.Ordinal));
        var same = named is null ? [] : Enumerable.Range(0, forms.Count).Where(at => NameOf(forms[at]) is { Length: > 0 } name && named.EndsWith(name, StringComparison.Ordinal)).ToList();
        if (same is [var only])
        {
            return only;
        }

        var before = forms.FindLastIndex(Math.Max(0, after - 1), form => !Array.Exists(Samples, word => form.Sheet?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        return before >= 0 ? before : Math.Max(0, after - 1);
    }

    private static string NameOf(FormSheet form) => MatchText.KeyOf(new FormHeaderLines(form.Above).Read().ContractName ?? "");
}
