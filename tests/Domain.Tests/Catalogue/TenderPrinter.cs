using System.Text;
using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>How the label of a row comes out of an extraction.</summary>
internal enum LabelStyle
{
    TAB,
    OWN_LINE,
    THREE_LINES,
    TORN,
    BETWEEN_LINES,
}

/// <summary>How pages are divided.</summary>
internal enum PageStyle
{
    NONE,
    BARE_NUMBER,
    DASHED_NUMBER,
    NUMBER_OF,
    FORM_FEED_AND_HEADER,
}

/// <summary>How characters are written.</summary>
internal enum WidthStyle
{
    AS_IS,
    FULL,
    HALF,
}

/// <summary>How lines are joined.</summary>
internal enum LineStyle
{
    LINES,
    BLANK_BETWEEN,
    CRLF,
    FLAT,
    FLAT_WITH_SPACES,
    HTML,
}

/// <summary>One way in which an extraction may tear a printed annex.</summary>
internal sealed record Tear(int Wrap, LabelStyle Labels, PageStyle Pages, int LinesPerPage, WidthStyle Widths, LineStyle Lines, bool Bullets, bool Spaces)
{
    /// <summary>A deterministic choice.</summary>
    public static Tear Of(Random random)
    {
        var lines = (LineStyle)random.Next(6);
        var flat = lines is LineStyle.FLAT or LineStyle.FLAT_WITH_SPACES;
        return new(
            Wrap: random.Next(18, 60),
            Labels: flat ? LabelStyle.OWN_LINE : (LabelStyle)random.Next(5),
            Pages: flat ? PageStyle.NONE : (PageStyle)random.Next(5),
            LinesPerPage: random.Next(8, 40),
            Widths: (WidthStyle)random.Next(3),
            lines,
            Bullets: !flat && random.Next(3) == 0,
            Spaces: random.Next(3) == 0);
    }
}

/// <summary>Prints an edition as a tender would hold it, and tears it as an extraction would.</summary>
internal sealed class TenderPrinter(Tear tear)
{
    private readonly List<string> lines = [];

    /// <summary>A whole document around the annex.</summary>
    public string Print(AnnexEdition edition)
    {
        Paragraph("令和８年度「例示事業」に係る企画競争募集要領");
        Paragraph("令和８年５月２０日");
        Paragraph("５．別記「情報セキュリティに関する事項」を遵守すること。");
        Paragraph("1) 提案書を提出すること。");
        Paragraph("以上");
        lines.Add("情報セキュリティに関する事項");
        Paragraph(edition.Opening);
        Requirements(edition);
        if (edition.Form is { } form)
        {
            Form(form);
        }

        return Join(Paged(lines));
    }

    private void Requirements(AnnexEdition edition)
    {
        string? heading = null;
        foreach (var r in edition.Requirements)
        {
            if (r.Heading is not null && r.Heading != heading)
            {
                lines.Add(heading = r.Heading);
            }

            var paragraphs = r.Text.Split('\n');
            Paragraph(Bullet($"{r.Number}) {paragraphs[0]}"));
            foreach (var p in paragraphs.Skip(1))
            {
                Paragraph(tear.Bullets && p[0] == '・' ? "- " + p[1..] : tear.Bullets && p[0] is '(' or '（' ? Bullet(p) : p);
            }
        }
    }

    private void Form(ReportForm form)
    {
        lines.AddRange([form.Mark, "令和    年    月     日", form.AddresseePattern, "住     所", "名     称", "代 表 者 氏 名", form.Title]);
        Paragraph(form.Preamble);
        lines.AddRange(["記", form.ContractHeading, "契約締結日", "契約件名", form.ReportHeading]);
        lines.Add(tear.Labels == LabelStyle.TAB ? string.Join('\t', form.Columns) : string.Join("  ", form.Columns));
        foreach (var row in form.Rows)
        {
            Row(row);
        }

        lines.Add("記載要領");
        form.Notes.ToList().ForEach(Paragraph);
        Paragraph(form.Closing);
    }

    private void Row(FormRow row)
    {
        var text = row.Text.Split('\n').SelectMany(p => Wrapped(p)).ToList();
        var number = row.Label["情報セキュリティに関する事項".Length..];
        switch (tear.Labels)
        {
            case LabelStyle.TAB:
                lines.Add(row.Label + "\t" + text[0]);
                lines.AddRange(text.Skip(1));
                break;
            case LabelStyle.OWN_LINE:
                lines.Add(row.Label);
                lines.AddRange(text);
                break;
            case LabelStyle.THREE_LINES:
                lines.AddRange(["情報セキュリティ", "に関する事項", number]);
                lines.AddRange(text);
                break;
            case LabelStyle.TORN:
                lines.AddRange(["情報セキュリティ", "に関する事項", text[0]]);
                lines.Add(text.Count > 1 ? number + "  " + text[1] : number);
                lines.AddRange(text.Skip(2));
                break;
            case LabelStyle.BETWEEN_LINES:
                string[] pieces = ["情報セキュリティ", "に関する事項", number];
                for (var i = 0; i < Math.Max(text.Count, pieces.Length + 1); i++)
                {
                    lines.AddRange(text.Skip(i).Take(1));
                    lines.AddRange(pieces.Skip(i).Take(1));
                }

                break;
        }
    }

    private string Bullet(string text) => tear.Bullets ? "- " + text : text;

    private void Paragraph(string text) => lines.AddRange(Wrapped(text));

    private IEnumerable<string> Wrapped(string text)
    {
        for (var at = 0; at < text.Length; at += tear.Wrap)
        {
            yield return text.Substring(at, Math.Min(tear.Wrap, text.Length - at));
        }
    }

    private List<string> Paged(List<string> all)
    {
        if (tear.Pages == PageStyle.NONE)
        {
            return all;
        }

        var paged = new List<string>();
        for (var i = 0; i < all.Count; i++)
        {
            paged.Add(all[i]);
            if (i % tear.LinesPerPage == tear.LinesPerPage - 1)
            {
                var page = (i / tear.LinesPerPage) + 1;
                paged.AddRange(tear.Pages switch
                {
                    PageStyle.BARE_NUMBER => ["", $"{page}", ""],
                    PageStyle.DASHED_NUMBER => [$"- {page} -"],
                    PageStyle.NUMBER_OF => [$"{page}/{(all.Count / tear.LinesPerPage) + 1} ページ"],
                    _ => ["令和８年度 例示事業", $"\f公募要領 第{page}版", ""],
                });
            }
        }

        return paged;
    }

    private string Join(List<string> all)
    {
        var written = all.Select(l => Written(tear.Spaces ? Spaced(l) : l)).ToList();
        return tear.Lines switch
        {
            LineStyle.LINES => string.Join('\n', written),
            LineStyle.BLANK_BETWEEN => string.Join("\n\n", written),
            LineStyle.CRLF => string.Join("\r\n", written),
            LineStyle.FLAT => string.Concat(written),
            LineStyle.FLAT_WITH_SPACES => string.Join(' ', written),
            _ => string.Join('\n', written.Select(l => "<p>" + l + "</p>")),
        };
    }

    private static string Spaced(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            text.Append(i > 0 && char.IsAsciiLetterOrDigit(line[i]) && line[i - 1] > 0x7F ? " " : "").Append(line[i]);
        }

        return text.ToString();
    }

    private string Written(string line) => tear.Widths switch
    {
        WidthStyle.FULL => string.Concat(line.Select(c => char.IsAsciiLetterOrDigit(c) || c is '(' or ')' ? (char)(c + 0xFEE0) : c)),
        WidthStyle.HALF => string.Concat(line.Select(c => c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '（' or '）' ? (char)(c - 0xFEE0) : c == '・' ? '･' : c)),
        _ => line,
    };
}
