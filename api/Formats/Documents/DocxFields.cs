using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The fields that are open where the reader stands (fldChar begin, separate, end). What stands in a field's code is not shown,
/// its result is; a legacy drop-down or check box shows what was chosen and has no result.
/// </summary>
internal sealed class DocxFields
{
    private const int LongestCode = 1000;
    private readonly Stack<Field> open = new();
    private int inCode;

    /// <summary>What stands here is shown.</summary>
    public bool IsShown => inCode == 0;

    /// <summary>Takes a field's sign; answers what a field that ends here shows by itself.</summary>
    public string Take(XmlReader reader)
    {
        switch (reader.GetAttribute("fldCharType", reader.NamespaceURI))
        {
            case "begin":
                open.Push(new Field { Choice = Choice(reader) });
                inCode++;
                return "";
            case "separate" when open.TryPeek(out var field) && !field.IsResult:
                field.IsResult = true;
                inCode--;
                return "";
            case "end" when open.TryPop(out var field):
                inCode -= field.IsResult ? 0 : 1;
                return !IsShown || field.HasResult ? "" : DocxFormula.IsOne(field.Code) ? DocxFormula.Shown(field.Code) : field.Choice;
            default:
                return "";
        }
    }

    /// <summary>Takes a part of the code of the field that is open.</summary>
    public void TakeCode(string text)
    {
        if (open.TryPeek(out var field) && !field.IsResult && field.Code.Length < LongestCode)
        {
            field.Code += text[..Math.Min(text.Length, LongestCode)];
        }
    }

    /// <summary>Says that text was shown: it is the result of the field that is open.</summary>
    public void Shown()
    {
        if (open.TryPeek(out var field))
        {
            field.HasResult = true;
        }
    }

    private static string Choice(XmlReader reader)
    {
        var (entries, result, first, isBox, isTicked, isTickedFirst) = (new List<string>(), (string?)null, (string?)null, false, (bool?)null, false);
        foreach (var inside in reader.Inside())
        {
            switch (inside.LocalName)
            {
                case "listEntry":
                    entries.Add(inside.Val() ?? "");
                    break;
                case "result":
                    result = inside.Val();
                    break;
                case "checkBox":
                    isBox = true;
                    break;
                case "checked":
                    isTicked = inside.IsOn();
                    break;
                case "default":
                    (first, isTickedFirst) = (inside.Val(), inside.IsOn());
                    break;
            }
        }

        var chosen = DocxLists.Number(result ?? first) ?? 0;
        return isBox ? DocxSymbols.Box(isTicked ?? isTickedFirst) : chosen >= 0 && chosen < entries.Count ? entries[chosen] : "";
    }

    private sealed class Field
    {
        public required string Choice { get; init; }

        public string Code { get; set; } = "";

        public bool IsResult { get; set; }

        public bool HasResult { get; set; }
    }
}
