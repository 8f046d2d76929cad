using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// Takes the elements of a Word document one by one: nesting costs no stack. Kept is what a person sees with all changes
/// accepted: no deleted and no hidden text, no furigana, of two versions of a drawing one, of a field its result.
/// </summary>
internal sealed class DocxBody(DocxStyles styles, DocxNumbering numbering, DocumentLimits limits)
{
    private const string Formulas = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    private readonly Stack<DocxFlow> flows = new([new DocxFlow(numbering, limits)]);
    private readonly Stack<bool> hidden = new();
    private readonly DocxAlternatives alternatives = new();
    private readonly DocxControls controls = new();
    private readonly Stack<bool> hiddenBoxes = new();
    private readonly Stack<bool> paragraphs = new();
    private readonly DocxFields fields = new();
    private readonly DocxHiddenText left = new();
    private int deleted;
    private bool hasChanges;

    private DocxFlow Flow => flows.Peek();

    private bool IsHidden => (hiddenBoxes.TryPeek(out var inBox) && inBox)
        || (hidden.TryPeek(out var inRun) ? inRun : paragraphs.TryPeek(out var isParagraphHidden) && isParagraphHidden);

    private bool IsShown => deleted == 0 && fields.IsShown && !Flow.IsDeleted;

    /// <summary>The document's lines and rows; to be asked for once, at its end.</summary>
    public ReadDocument End()
    {
        var blocks = new List<ReadBlock>();
        foreach (var flow in flows)
        {
            blocks.AddRange(flow.End());
        }

        ReadingNotice?[] notices = [left.Notice, hasChanges ? ReadingNotices.ChangesAccepted : null];
        return new ReadDocument(blocks, Notices: [.. notices.OfType<ReadingNotice>()]);
    }

    /// <summary>Takes what the reader stands on; true when it was left out with all that is in it, and the reader stands behind it.</summary>
    public bool Take(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            return DocxAlternatives.IsOne(reader) ? alternatives.LeavesOut(reader) && Skip(reader)
                : reader.IsWord() ? Open(reader)
                : OpenOther(reader);
        }

        if (reader.NodeType == XmlNodeType.EndElement)
        {
            if (DocxAlternatives.IsOne(reader))
            {
                alternatives.Close(reader);
            }
            else if (reader.IsWord())
            {
                Close(reader.LocalName);
            }
        }

        return false;
    }

    private bool OpenOther(XmlReader reader)
    {
        if (reader.LocalName is "t" && string.Equals(reader.NamespaceURI, Formulas, StringComparison.Ordinal))
        {
            Say(reader.TextInside(limits));
        }

        return false;
    }

    private bool Open(XmlReader reader)
    {
        if (reader.LocalName is "rt" or "rubyPr" or "sectPr" or "tblPr" or "tblGrid" or "tblPrEx")
        {
            return Skip(reader);
        }

        OpenStructure(reader);
        return false;
    }

    private void OpenStructure(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
                OpenParagraph(reader);
                break;
            case "pPr":
                TakeParagraph(reader);
                break;
            case "r" when !reader.IsEmptyElement:
                hidden.Push(paragraphs.TryPeek(out var isHidden) && isHidden);
                break;
            case "rPr" when hidden.Count > 0:
                hidden.Push(DocxProperties.IsHidden(reader, styles, hidden.Pop()));
                break;
            case "del" or "moveFrom" when !reader.IsEmptyElement:
                (hasChanges, deleted) = (true, deleted + 1);
                break;
            case "ins" or "moveTo":
                hasChanges = true;
                break;
            case "txbxContent" when !reader.IsEmptyElement:
                hiddenBoxes.Push(IsHidden);
                flows.Push(new(numbering, limits));
                break;
            case "sdt" when !reader.IsEmptyElement:
                controls.Open();
                break;
            case "sdtPr":
                controls.Take(reader);
                break;
            default:
                OpenContent(reader);
                break;
        }
    }

    private void OpenParagraph(XmlReader reader)
    {
        paragraphs.Push(styles.IsHidden(styles.OfParagraph(null)));
        Flow.Set(new(styles.OfParagraph(null)));
        if (reader.IsEmptyElement)
        {
            Close("p");
        }
    }

    private void OpenContent(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                Say(DocxSymbols.Plain(reader.TextInside(limits)));
                break;
            case "sym":
                Say(DocxSymbols.Of(reader.GetAttribute("font", reader.NamespaceURI), reader.GetAttribute("char", reader.NamespaceURI)));
                break;
            case "tab" or "ptab" when Flow.HasText:
                Say("\t");
                break;
            case "br" or "cr":
                Say("\n");
                break;
            case "noBreakHyphen":
                Say("-");
                break;
            case "fldChar":
                Say(fields.Take(reader));
                break;
            case "instrText" when deleted == 0:
                fields.TakeCode(reader.TextInside(limits));
                break;
            case "tbl" when !reader.IsEmptyElement:
                Flow.OpenTable();
                break;
            case "tr" when !reader.IsEmptyElement:
                Flow.OpenRow();
                break;
            case "trPr":
                TakeRow(reader);
                break;
            case "tcPr":
                TakeCell(reader);
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                Flow.EndParagraph();
                paragraphs.TryPop(out _);
                break;
            case "r":
                hidden.TryPop(out _);
                break;
            case "del" or "moveFrom":
                deleted--;
                break;
            case "txbxContent" when flows.Count > 1:
                hiddenBoxes.TryPop(out _);
                var box = flows.Pop().End();
                Flow.Add(box);
                break;
            case "sdt":
                Put(controls.Close());
                break;
            case "tc":
                Flow.CloseCell();
                break;
            case "tr":
                Flow.CloseRow();
                break;
            case "tbl":
                Flow.CloseTable();
                break;
        }
    }

    private void Say(string text)
    {
        if (text.Length == 0 || !IsShown)
        {
            return;
        }

        if (IsHidden)
        {
            left.Take(text);
            return;
        }

        Put(controls.Shown(text));
    }

    private void Put(string text)
    {
        if (text.Length > 0 && IsShown && !IsHidden)
        {
            Flow.Say(text);
            fields.Shown();
        }
    }

    private void TakeParagraph(XmlReader reader)
    {
        var (paragraph, isHidden, isChanged) = DocxProperties.OfParagraph(reader, styles);
        hasChanges |= isChanged;
        Flow.Set(paragraph);
        if (paragraphs.TryPop(out _))
        {
            paragraphs.Push(isHidden);
        }
    }

    private void TakeRow(XmlReader reader)
    {
        var (before, isDeleted, isChanged) = DocxProperties.OfRow(reader);
        hasChanges |= isChanged;
        Flow.SetRow(before, isDeleted);
    }

    private void TakeCell(XmlReader reader)
    {
        var (span, isDeleted, goesOn) = DocxProperties.OfCell(reader);
        Flow.SetCell(span, isDeleted, goesOn);
    }

    private static bool Skip(XmlReader reader)
    {
        reader.Skip();
        return true;
    }
}
