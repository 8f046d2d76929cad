namespace SecurityTracker.Formats.Documents;

/// <summary>The hidden text that was left out: how much, and how it begins.</summary>
internal sealed class DocxHiddenText
{
    private const int LongestSample = 60;
    private string sample = "";
    private int length;

    public ReadingNotice? Notice => length > 0 ? ReadingNotices.HiddenText(length, sample) : null;

    public void Take(string text)
    {
        length += text.Length;
        sample += text[..Math.Clamp(LongestSample - sample.Length, 0, text.Length)];
    }
}
