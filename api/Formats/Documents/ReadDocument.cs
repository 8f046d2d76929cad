using System.Text;
using System.Text.Json.Serialization;
using SecurityTracker.Domain;

namespace SecurityTracker.Formats.Documents;

/// <summary>Something read, or the reason why it could not be.</summary>
public sealed record ReadOutcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator ReadOutcome<T>(T value) => new(value, Refusal: null);

    public static implicit operator ReadOutcome<T>(Refusal refusal) => new(Value: null, refusal);
}

/// <summary>A part of a document, in reading order: a line, or a row of a table.</summary>
/// <param name="Cells">One for a line; more for a row of a table. Paragraphs in a cell are divided by line feeds.</param>
/// <param name="InTable">The part is a row of a table.</param>
/// <param name="Place">Where it stands, for people: 「２ページ」, 「シート「別紙」 12行目」; null where the file knows no such place.</param>
/// <param name="Columns">The column of each cell, counted from 0; null when the cells stand side by side from the first.</param>
/// <param name="Sheet">The name of its sheet in a workbook, else null.</param>
/// <param name="FromAbove">What stands in cells that were merged downwards into this row, by column; null for none.</param>
/// <param name="IsBox">It lies over the cells of its sheet and stands in none of them.</param>
public sealed record ReadBlock(
    IReadOnlyList<string> Cells, bool InTable = false, string? Place = null, IReadOnlyList<int>? Columns = null, string? Sheet = null, IReadOnlyDictionary<int, string>? FromAbove = null, bool IsBox = false)
{
    /// <summary>Clean after the last decoding: escapes and entities are texts by now.</summary>
    public IReadOnlyList<string> Cells { get; init => field = [.. value.Select(SoundText.Of)]; } = [.. Cells.Select(SoundText.Of)];

    /// <summary>Nothing but white space stands in it.</summary>
    public bool IsBlank() => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The column of the cell at an index.</summary>
    public int ColumnOf(int index) => Columns is null ? index : Columns[index];

    /// <summary>What stands in a column, empty where nothing does.</summary>
    public string At(int column)
    {
        for (var index = 0; index < Cells.Count; index++)
        {
            if (ColumnOf(index) == column)
            {
                return Cells[index];
            }
        }

        return "";
    }
}

/// <summary>Something that a person must know of how a file was read: what was left out of it, or is not in sight in it.</summary>
public sealed record ReadingNotice(string Code, Message Message);

/// <summary>The text of a file, with what is known of its layout.</summary>
/// <param name="Blocks">Lines and rows in reading order.</param>
/// <param name="LinesAreLayout">Lines end where the page did (a PDF): what goes on in the next line is one text.</param>
/// <param name="Notices">What a person must know of the reading; null for nothing.</param>
public sealed record ReadDocument(IReadOnlyList<ReadBlock> Blocks, bool LinesAreLayout = false, IReadOnlyList<ReadingNotice>? Notices = null)
{
    /// <summary>The most lines and rows that are read of a file.</summary>
    public const int MostBlocks = 50_000;

    /// <summary>The most characters that are read of a file.</summary>
    public const int MostCharacters = 4_000_000;

    /// <summary>The most pages that a PDF may have.</summary>
    public const int MostPages = 1000;

    /// <summary>What stands between two lines of one text.</summary>
    [JsonIgnore]
    public string Joint => LinesAreLayout ? "" : "\n";

    /// <summary>All of it as text: a line for a line, cells divided by tabs.</summary>
    [JsonIgnore]
    public string Text => all ??= TextOf(Blocks);

    /// <summary>Which of the limits it is beyond, or null.</summary>
    [JsonIgnore]
    public Refusal? Excess => Blocks.Count > MostBlocks ? ReadingRefusals.Beyond("段落と行の数 50,000", "50,000 paragraphs and rows")
        : Blocks.Sum(block => block.Cells.Sum(cell => (long)cell.Length + 1)) > MostCharacters ? ReadingRefusals.Beyond("文字数 4,000,000字", "4,000,000 characters of text")
        : null;

    private string? all;

    private static string TextOf(IReadOnlyList<ReadBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.AppendJoin('\t', block.Cells).Append('\n');
        }

        return text.ToString();
    }
}
