using SecurityTracker.Domain;

namespace SecurityTracker.Formats.Documents;

/// <summary>Why a file cannot be read.</summary>
public static class ReadingRefusals
{
    /// <summary>More than 10 MB (answered with 413).</summary>
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

    /// <summary>An encrypted Office file, archive or PDF.</summary>
    public static readonly Refusal FileProtected = new("file-protected", RefusalKind.INVALID, new(
        "このファイルはパスワードで保護されています。解除して保存し直してください。",
        "This file is protected by a password. Remove the password and save the file again."));

    /// <summary>An Office file in which no visible text stands.</summary>
    public static readonly Refusal FileWithoutText = new("file-without-text", RefusalKind.INVALID, new(
        "このファイルには読み取れる文字がありませんでした（画像だけ、又は隠し文字・非表示のシートだけの可能性があります）。文字が入っているファイルを選んでください。",
        "No text was found in this file (it may hold only pictures, hidden text or hidden sheets). Choose a file with text."));

    /// <summary>A PDF took longer than what is allowed.</summary>
    public static Refusal PdfTooSlow(int seconds) => new("pdf-too-slow", RefusalKind.INVALID, new(
        $"PDF の読み取りが {seconds} 秒以内に終わりませんでした。必要なページだけを PDF に保存し直すか、Word のファイルを選んでください。",
        $"This PDF could not be read within {seconds} seconds. Save the pages that are needed as a PDF of their own, or choose the Word file."));

    /// <summary>The file is beyond a limit, which is named with its number.</summary>
    public static Refusal Beyond(string limit, string limitInEnglish) => new("file-beyond-limit", RefusalKind.INVALID, new(
        $"ファイルが読み取りの上限（{limit}）を超えています。必要な部分だけを別のファイルに保存して、お試しください。",
        $"The file is beyond what is read (at most {limitInEnglish}). Save the part that is needed as a file of its own and retry."));

    /// <summary>A mail with more text than <see cref="ReadDocument.MostCharacters"/>.</summary>
    public static readonly Refusal TextTooLong = new("text-too-long", RefusalKind.INVALID, new(
        "文字が多すぎるため、読み取れません（4,000,000 文字まで）。必要な部分だけを別のファイルに保存してください。",
        "There is too much text (limit: 4,000,000 characters). Save the part that matters as a file of its own."));

    /// <summary>The child that read it used up its memory or its stack, or answered more than it may.</summary>
    public static readonly Refusal FileTooComplex = new("file-too-complex", RefusalKind.INVALID, new(
        "ファイルの構造が複雑すぎるため、読み取れません（読み取りに使えるメモリーは 512 MB、結果は 64 MB まで）。新しいファイルに内容を貼り付けて保存し直してください。",
        "The file is too complex to be read (limits: 512 MB of memory, 64 MB of result). Paste its content into a new file and save that."));

    /// <summary>The child that read it used up its processor time.</summary>
    public static readonly Refusal TookTooLong = new("reading-took-too-long", RefusalKind.INVALID, new(
        "読み取りに時間がかかりすぎるため、中止しました（処理時間 10 秒まで）。必要な部分だけを別のファイルに保存してください。",
        "Reading took too long and was stopped (limit: 10 seconds of processor time). Save the part that matters as a file of its own."));

    /// <summary>The child that read it did not answer in time, though it worked less: the machine has too much to do.</summary>
    public static readonly Refusal WaitedTooLong = new("reading-waited-too-long", RefusalKind.INVALID, new(
        "サーバーが混み合い、読み取りが 30 秒以内に終わらなかったため、中止しました。しばらくしてからもう一度お試しください。",
        "The server is busy and reading did not end within 30 seconds, so it was stopped. Try again in a while."));
}
