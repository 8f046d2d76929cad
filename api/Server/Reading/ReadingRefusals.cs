using SecurityTracker.Domain;

namespace SecurityTracker.Server.Reading;

/// <summary>Why a file cannot be read.</summary>
public static class ReadingRefusals
{
    /// <summary>More than <see cref="TextReaders.LargestFile"/> (answered with 413).</summary>
    public static readonly Refusal FileTooLarge = new("file-too-large", RefusalKind.INVALID, new(
        "ファイルが大きすぎます。10 MB 以下のファイルを選んでください。",
        "The file is too large. Choose one of at most 10 MB."));

    /// <summary>Damaged, protected, hostile, or not what its name says.</summary>
    public static readonly Refusal FileUnreadable = new("file-unreadable", RefusalKind.INVALID, new(
        "ファイルを読み取れません。壊れていないか、パスワードが付いていないかを確かめ、もう一度保存してからお試しください。",
        "The file cannot be read. Check that it is not damaged or protected by a password, save it again and retry."));

    /// <summary>Its name ends in none of the known ways.</summary>
    public static readonly Refusal FileTypeUnknown = new("file-type-unknown", RefusalKind.INVALID, new(
        "この種類のファイルは読み取れません。txt、docx、xlsx 又は PDF のファイルを選んでください。",
        "This kind of file cannot be read. Choose a txt, docx, xlsx or PDF file."));

    /// <summary>A scanned PDF: pictures of text, and no text.</summary>
    public static readonly Refusal PdfWithoutText = new("pdf-without-text", RefusalKind.INVALID, new(
        "この PDF には文字の情報がありません（紙を読み取った画像の可能性があります）。文字を選択できる PDF 又は Word のファイルを選んでください。",
        "This PDF holds no text (it may be a scan). Choose a PDF whose text can be selected, or the Word file."));

    /// <summary>More than <see cref="PdfText.MostPages"/>.</summary>
    public static readonly Refusal PdfTooManyPages = new("pdf-too-many-pages", RefusalKind.INVALID, new(
        $"PDF のページ数が上限（{PdfText.MostPages} ページ）を超えています。別記「情報セキュリティに関する事項」と公募要領の部分だけを PDF に保存し直して選んでください。",
        $"This PDF has more than {PdfText.MostPages} pages. Save the annex and the pages about the contract as a PDF of their own, and choose that."));

    /// <summary>It took longer than <see cref="PdfText.Seconds"/>.</summary>
    public static readonly Refusal PdfTooSlow = new("pdf-too-slow", RefusalKind.INVALID, new(
        $"PDF の読み取りが {PdfText.Seconds} 秒以内に終わりませんでした。必要なページだけを PDF に保存し直すか、Word のファイルを選んでください。",
        $"This PDF could not be read within {PdfText.Seconds} seconds. Save the pages you need as a PDF of their own, or choose the Word file."));
}
