using SecurityTracker.Domain;
using SecurityTracker.Domain.Catalogue;
using SecurityTracker.Domain.Reports;

namespace SecurityTracker.Server.Reading;

/// <summary>Reads what stands above the table: labels in any spacing, values on their line and the lines after it.</summary>
internal sealed class FormHeaderLines
{
    private static readonly string[] Labels =
        [FormWords.Address, FormWords.Name, FormWords.Representative, FormWords.SignedOn, FormWords.ContractName];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly List<(string? Place, string Text)> above = [];
    private readonly List<(string? Place, string Text)> beside = [];
    private List<string>? open;

    /// <summary>Takes the lines up to the table.</summary>
    public FormHeaderLines(IEnumerable<ReadBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (!TakeCells(block))
            {
                Take(block.Place, string.Join('　', block.Cells.Where(cell => cell.Length > 0)));
            }
        }
    }

    /// <summary>What was taken for nothing, each with its place; lines that the form itself prints are among it.</summary>
    public IEnumerable<(string? Place, string Text)> Unread
    {
        get
        {
            var (date, addressee, number) = (Date, Addressee, Number);
            return above.Where((line, at) => at != date && at != addressee && at != number && !IsMark(line.Text) && !IsHeading(line.Text)).Concat(beside);
        }
    }

    private int Date => above.FindIndex(line => MatchText.KeyOf(line.Text).StartsWith("令和", StringComparison.Ordinal) || PrintedDate.IsOne(line.Text));

    private int Addressee => above.FindIndex(line =>
        MatchText.KeyOf(line.Text) is var key && key.Length > 1 && (key.EndsWith('殿') || key.EndsWith('様') || key.EndsWith("御中", StringComparison.Ordinal)));

    // The line above the date.
    private int Number => Date is > 0 and var date && !IsMark(above[date - 1].Text) ? date - 1 : -1;

    /// <summary>The header as far as it was filled in.</summary>
    public FormReadingHeader Read() => new(
        Date >= 0 ? PrintedDate.Parse(above[Date].Text) : null,
        Number >= 0 ? above[Number].Text : null,
        Addressee >= 0 ? KanjiForms.Read(above[Addressee].Text) : null,
        ValueOf(FormWords.Address),
        OneLine(FormWords.Name),
        OneLine(FormWords.Representative),
        ValueOf(FormWords.SignedOn) is { } signedOn ? PrintedDate.Parse(signedOn) : null,
        OneLine(FormWords.ContractName) is { } name ? KanjiForms.Read(name) : null);

    private static bool IsMark(string line) => MatchText.KeyOf(line) is "別紙" or "(別紙)" or AgreedForm.Mark;

    private static bool IsHeading(string line) => MatchText.KeyOf(line) is var key && (key == FormWords.Below || key.StartsWith("1.", StringComparison.Ordinal)
        || key.StartsWith("2.", StringComparison.Ordinal) || key.StartsWith("1契約件名", StringComparison.Ordinal) || key.StartsWith("2報告事項", StringComparison.Ordinal));

    private string? ValueOf(string label) => values.TryGetValue(label, out var value) && string.Join('\n', value.Where(line => line.Length > 0)) is { Length: > 0 } said ? said : null;

    // Only an address is written in lines; a long name was broken by its cell.
    private string? OneLine(string label) => ValueOf(label)?.Replace("\n", "", StringComparison.Ordinal);

    // A label alone in its cell: its value is the next cell, and what stands farther right is no part of it.
    private bool TakeCells(ReadBlock block)
    {
        var cells = block.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim()).ToList();
        if (cells.Count < 2 || cells.FindIndex(cell => LabelOf(cell) is { } label && AfterLabel(cell, label).Length == 0) is not (>= 0 and var at) || at + 1 == cells.Count)
        {
            return false;
        }

        Take(block.Place, $"{cells[at]}　{cells[at + 1]}");
        beside.AddRange(cells.Where((_, index) => index != at && index != at + 1).Select(cell => (block.Place, cell)));
        return true;
    }

    private string? LabelOf(string text) =>
        Array.Find(Labels, label => MatchText.KeyOf(text).StartsWith(label, StringComparison.Ordinal) && !values.ContainsKey(label));

    private void Take(string? place, string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
        {
            return;
        }

        if (LabelOf(text) is { } found)
        {
            values[found] = open = [AfterLabel(text, found)];
        }
        else if (open is not null && !EndsValue(text))
        {
            open.Add(text);
        }
        else
        {
            open = null;
            above.Add((place, text));
        }
    }

    // A value goes on until the title or a numbered heading. What goes on in the contract's name is one line, broken by its cell.
    private static bool EndsValue(string text) => MatchText.KeyOf(text).Contains("実施状況報告書", StringComparison.Ordinal) || IsHeading(text);

    private static string AfterLabel(string text, string label)
    {
        var at = 0;
        foreach (var c in label)
        {
            at = text.IndexOf(c, at) + 1;
        }

        return text[at..].Trim(' ', '　', '\t', '：', ':');
    }
}
