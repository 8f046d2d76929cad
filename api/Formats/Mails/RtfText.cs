using System.Globalization;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>
/// The text of rich text (RTF 1.9), as far as a mail needs it: its paragraphs, its characters in code pages and in Unicode. Pictures,
/// tables of fonts and colours, and whatever a reader may ignore are left out.
/// </summary>
public sealed class RtfText
{
    private const int Deepest = 200;
    private static readonly HashSet<string> Hidden = ["fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "generator", "listtable", "rsidtbl", "themedata"];
    private readonly byte[] rtf;
    private readonly StringBuilder text = new();
    private readonly List<byte> bytes = [];
    private readonly Dictionary<int, int> charsets = [];
    private readonly Stack<Group> groups = new();
    private Group group = new(Hidden: false, InFonts: false, Skip: 1, Font: -1);
    private int page = 932;
    private int toSkip;
    private int at;

    private RtfText(byte[] rtf) => this.rtf = rtf;

    /// <summary>The text, or null for what is no rich text or nested beyond all measure.</summary>
    public static string? Of(byte[] rtf) => rtf.AsSpan().StartsWith("{\\rtf"u8) ? new RtfText(rtf).Read() : null;

    private string? Read()
    {
        while (at < rtf.Length)
        {
            var c = rtf[at++];
            switch (c)
            {
                case (byte)'{':
                    groups.Push(group);
                    if (groups.Count > Deepest)
                    {
                        return null;
                    }

                    break;
                case (byte)'}' when groups.TryPop(out var outer):
                    Flush();
                    group = outer;
                    break;
                case (byte)'\\':
                    Control();
                    break;
                case (byte)'\r' or (byte)'\n' or (byte)'}' or 0:
                    break;
                default:
                    Byte(c);
                    break;
            }
        }

        Flush();
        return string.Concat(text.ToString().EnumerateRunes().Where(rune => rune.Value != 0)).ReplaceLineEndings("\n").Trim('\n');
    }

    private void Control()
    {
        if (at >= rtf.Length)
        {
            return;
        }

        var first = rtf[at];
        if (!char.IsAsciiLetter((char)first))
        {
            at++;
            Symbol(first);
            return;
        }

        var from = at;
        while (at < rtf.Length && char.IsAsciiLetter((char)rtf[at]))
        {
            at++;
        }

        var word = Encoding.ASCII.GetString(rtf, from, at - from);
        from = at;
        while (at < rtf.Length && (char.IsAsciiDigit((char)rtf[at]) || (at == from && rtf[at] == (byte)'-')))
        {
            at++;
        }

        int? number = int.TryParse(Encoding.ASCII.GetString(rtf, from, at - from), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) ? given : null;
        at += at < rtf.Length && rtf[at] == (byte)' ' ? 1 : 0;
        Word(word, number);
    }

    private void Symbol(byte symbol)
    {
        switch (symbol)
        {
            case (byte)'\'' when at + 2 <= rtf.Length && byte.TryParse(Encoding.ASCII.GetString(rtf, at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value):
                at += 2;
                Byte(value);
                break;
            case (byte)'*':
                group = group with { Hidden = true };
                break;
            case (byte)'~':
                Text(" ");
                break;
            case (byte)'_':
                Text("-");
                break;
            case (byte)'\\' or (byte)'{' or (byte)'}':
                Byte(symbol);
                break;
        }
    }

    private void Word(string word, int? number)
    {
        switch (word)
        {
            case "par" or "line" or "row" or "page":
                Text("\n");
                break;
            case "tab" or "cell":
                Text("\t");
                break;
            case "u" when number is { } unit:
                Text(((char)(ushort)unit).ToString());
                toSkip = group.Skip;
                break;
            case "uc":
                group = group with { Skip = Math.Clamp(number ?? 1, 0, 16) };
                break;
            case "ansicpg" when number is > 0:
                page = number.Value;
                break;
            case "f" when number is { } font:
                Flush();
                group = group with { Font = font };
                break;
            case "fcharset" when group.InFonts:
                charsets[group.Font] = number ?? 0;
                break;
            case "bin":
                at = (int)Math.Min(rtf.Length, at + Math.Max(0L, number ?? 0));
                break;
            case var _ when Hidden.Contains(word):
                group = group with { Hidden = true, InFonts = word == "fonttbl" };
                break;
        }
    }

    // What stands for a \u in programs without Unicode is left out.
    private void Byte(byte value)
    {
        if (toSkip > 0)
        {
            toSkip--;
        }
        else if (!group.Hidden)
        {
            bytes.Add(value);
        }
    }

    private void Text(string said)
    {
        Flush();
        if (!group.Hidden)
        {
            text.Append(said);
        }
    }

    private void Flush()
    {
        toSkip = 0;
        if (bytes.Count > 0)
        {
            text.Append(Charsets.Decode([.. bytes], Charset()));
            bytes.Clear();
        }
    }

    private string Charset() => charsets.GetValueOrDefault(group.Font, 1) switch
    {
        128 => "Shift_JIS",
        0 or 1 when page == 932 => "Shift_JIS",
        0 or 1 when page == 65001 => "UTF-8",
        _ => "windows-1252",
    };

    private sealed record Group(bool Hidden, bool InFonts, int Skip, int Font);
}
