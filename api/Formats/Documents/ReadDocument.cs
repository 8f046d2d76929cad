using System.Text;
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
public sealed record ReadBlock(IReadOnlyList<string> Cells, bool InTable = false, string? Place = null)
{
    /// <summary>Clean after the last decoding: escapes and entities are texts by now.</summary>
    public IReadOnlyList<string> Cells { get; init => field = [.. value.Select(SoundText.Of)]; } = [.. Cells.Select(SoundText.Of)];
}

/// <summary>The text of a file, with what is known of its layout.</summary>
/// <param name="Blocks">Lines and rows in reading order.</param>
/// <param name="LinesAreLayout">Lines end where the page did (a PDF): what goes on in the next line is one text.</param>
public sealed record ReadDocument(IReadOnlyList<ReadBlock> Blocks, bool LinesAreLayout = false)
{
    /// <summary>What stands between two lines of one text.</summary>
    public string Joint => LinesAreLayout ? "" : "\n";

    /// <summary>All of it as text: a line for a line, cells divided by tabs.</summary>
    public string Text { get; } = TextOf(Blocks);

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
