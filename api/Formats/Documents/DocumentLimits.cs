using System.Globalization;
using SecurityTracker.Domain;

namespace SecurityTracker.Formats.Documents;

/// <summary>A file goes beyond a limit of the readers; the refusal names the limit.</summary>
public sealed class ReadingLimitException(Refusal refusal) : Exception(refusal.Message.En)
{
    /// <summary>What the person is told.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>
/// What one Office file may come to while it is read. A few bytes of an archive can say very much: what is counted is what comes
/// out, and counting stops the reading.
/// </summary>
internal sealed class DocumentLimits
{
    /// <summary>The most parts of an archive.</summary>
    public const int Parts = 2_000;

    /// <summary>The most bytes that all parts which are read unfold to.</summary>
    public const long Unfolded = 64L * 1024 * 1024;

    /// <summary>The most characters of text, and of a workbook's shared texts.</summary>
    public const int Characters = ReadDocument.MostCharacters;

    /// <summary>The most paragraphs and rows with text.</summary>
    public const int Blocks = ReadDocument.MostBlocks;

    private long unfolded;
    private long characters;
    private int blocks;

    /// <summary>Counts the parts of an archive.</summary>
    public static void TakeParts(int count)
    {
        if (count > Parts)
        {
            throw Beyond($"部品の数 {Parts:N0}", $"{Parts:N0} parts");
        }
    }

    /// <summary>Counts bytes that were unfolded.</summary>
    public void Unfold(int bytes)
    {
        if ((unfolded += bytes) > Unfolded)
        {
            throw Beyond($"展開後の大きさ {Unfolded >> 20:N0} MB", $"{Unfolded >> 20:N0} MB when unfolded");
        }
    }

    /// <summary>Counts text before it is kept.</summary>
    public void Take(int length)
    {
        if ((characters += length) > Characters)
        {
            throw Beyond($"文字数 {Characters:N0}字", $"{Characters:N0} characters of text");
        }
    }

    /// <summary>Counts a paragraph or a row.</summary>
    public void TakeBlock()
    {
        if (++blocks > Blocks)
        {
            throw Beyond($"段落と行の数 {Blocks:N0}", $"{Blocks:N0} paragraphs and rows");
        }
    }

    private static ReadingLimitException Beyond(FormattableString limit, FormattableString limitInEnglish) =>
        new(ReadingRefusals.Beyond(limit.ToString(CultureInfo.InvariantCulture), limitInEnglish.ToString(CultureInfo.InvariantCulture)));
}
