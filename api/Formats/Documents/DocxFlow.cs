using System.Text;

namespace SecurityTracker.Formats.Documents;

/// <summary>What a paragraph says of itself.</summary>
/// <param name="HasMark">False where its mark is deleted, moved away or hidden: what it says goes on in the next paragraph.</param>
internal sealed record DocxParagraph(string? Style = null, string? List = null, string? Level = null, bool HasMark = true);

/// <summary>
/// One flow of paragraphs and tables: the body, or a text box in it. Paragraphs outside tables are lines; in a table they fill
/// the cell of the outermost row. What stands in a box follows the paragraph that it is anchored in.
/// </summary>
internal sealed class DocxFlow(DocxNumbering numbering, DocumentLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly List<ReadBlock> blocks = [];
    private readonly List<ReadBlock> boxes = [];
    private readonly List<string> cell = [];
    private readonly List<string> cells = [];
    private readonly List<int> columns = [];
    private readonly Dictionary<int, string> above = [];
    private readonly Dictionary<int, string> fromAbove = [];
    private DocxParagraph paragraph = new();
    private DocxParagraph? carried;
    private int tables;
    private int column;
    private int span = 1;
    private int deletedRows;
    private bool isCellDeleted;
    private bool goesOn;

    /// <summary>What stands here was deleted with its row or cell.</summary>
    public bool IsDeleted => deletedRows > 0 || isCellDeleted;

    /// <summary>Some text stands in the paragraph already.</summary>
    public bool HasText => text.Length > 0;

    /// <summary>Adds to the paragraph.</summary>
    public void Say(string more) => text.Append(more);

    /// <summary>The properties of the paragraph at hand.</summary>
    public void Set(DocxParagraph properties) => paragraph = properties;

    /// <summary>Ends the paragraph at hand.</summary>
    public void EndParagraph()
    {
        var ended = paragraph;
        paragraph = new();
        if (IsDeleted)
        {
            text.Clear();
            boxes.Clear();
        }
        else if (ended.HasMark)
        {
            Keep(ended);
        }
        else
        {
            carried = text.Length > 0 ? ended : null;
        }
    }

    /// <summary>Puts what stood in a box behind the paragraph at hand.</summary>
    public void Add(IEnumerable<ReadBlock> box) => boxes.AddRange(box);

    /// <summary>A table begins.</summary>
    public void OpenTable()
    {
        KeepCarried();
        tables++;
    }

    /// <summary>A row begins.</summary>
    public void OpenRow() => column = tables == 1 ? 0 : column;

    /// <summary>What the row at hand says of itself: columns left free before it, and whether it was deleted.</summary>
    public void SetRow(int before, bool isDeleted)
    {
        column += tables == 1 ? before : 0;
        deletedRows = isDeleted && deletedRows == 0 ? tables : deletedRows;
    }

    /// <summary>What the cell at hand says of itself.</summary>
    public void SetCell(int over, bool isDeleted, bool isMerged)
    {
        if (tables == 1)
        {
            (span, isCellDeleted, goesOn) = (Math.Clamp(over, 1, 64), isDeleted, isMerged);
        }
    }

    /// <summary>A cell ends.</summary>
    public void CloseCell()
    {
        KeepCarried();
        if (tables != 1)
        {
            return;
        }

        if (!isCellDeleted)
        {
            cells.Add(string.Join('\n', cell));
            columns.Add(column);
            TakeMerged(cells[^1]);
        }

        column += span;
        (span, isCellDeleted, goesOn) = (1, false, false);
        cell.Clear();
    }

    private void TakeMerged(string text)
    {
        if (!goesOn)
        {
            above[column] = text;
        }
        else if (above.TryGetValue(column, out var said) && !string.IsNullOrWhiteSpace(said))
        {
            limits.Take(said.Length);
            fromAbove[column] = said;
        }
    }

    /// <summary>A row ends.</summary>
    public void CloseRow()
    {
        if (tables == 1)
        {
            if (deletedRows == 0 && cells.Count > 0)
            {
                limits.TakeBlock();
                var inOrder = columns[^1] == columns.Count - 1;
                blocks.Add(new([.. cells], InTable: true, Columns: inOrder ? null : [.. columns], FromAbove: fromAbove.Count == 0 ? null : new Dictionary<int, string>(fromAbove)));
            }

            cells.Clear();
            columns.Clear();
            fromAbove.Clear();
        }

        deletedRows = deletedRows == tables ? 0 : deletedRows;
    }

    /// <summary>A table ends.</summary>
    public void CloseTable()
    {
        tables = Math.Max(0, tables - 1);
        if (tables == 0)
        {
            above.Clear();
        }
    }

    /// <summary>The flow ends; answers all of it.</summary>
    public List<ReadBlock> End()
    {
        KeepCarried();
        return blocks;
    }

    // A last paragraph keeps its mark, whatever was done to it.
    private void KeepCarried()
    {
        if (carried is { } last)
        {
            Keep(last);
        }

        KeepBoxes();
    }

    private void Keep(DocxParagraph ended)
    {
        // What is numbered and says nothing is counted by Word too.
        var label = numbering.Next(ended.Style, ended.List, ended.Level);
        limits.Take(label.Length);
        Put(label + text);
        text.Clear();
        carried = null;
        KeepBoxes();
    }

    private void KeepBoxes()
    {
        if (tables > 0)
        {
            cell.AddRange(boxes.Select(block => string.Join('\t', block.Cells)));
        }
        else
        {
            blocks.AddRange(boxes);
        }

        boxes.Clear();
    }

    private void Put(string line)
    {
        if (tables > 0)
        {
            cell.Add(line);
        }
        else
        {
            limits.TakeBlock();
            blocks.Add(new([line]));
        }
    }
}
