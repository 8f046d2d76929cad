namespace SecurityTracker.Domain.Files;

/// <summary>Why a file is not taken, not found or not erased.</summary>
public static class FileRefusals
{
    public static readonly Refusal Missing = new("file-missing", RefusalKind.INVALID, new(
        "添付されたファイルが見つかりません。この契約のファイルとして登録し直してください。",
        "An attached file is not there. Add it to this contract again."), "/fileIds");

    public static readonly Refusal Empty = new("file-empty", RefusalKind.INVALID, new(
        "ファイルの中身が空です。保存し直してから選んでください。",
        "The file is empty. Save it again and choose it."));

    public static readonly Refusal TypeNotTaken = new("file-type-not-taken", RefusalKind.INVALID, new(
        "この種類のファイルは登録できません。PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）、テキスト、メール（eml、msg）又は画像（PNG、JPEG）のファイルを選んでください。マクロを含むファイルは登録できません。",
        "This kind of file is not taken. Choose a PDF, docx, xlsx, pptx, text, mail (eml, msg), PNG or JPEG file, without macros."));

    public static readonly Refusal Unreadable = new("file-unreadable", RefusalKind.INVALID, new(
        "ファイルを読み取れません。壊れていないか、パスワードが付いていないかを確かめ、もう一度保存してからお試しください。",
        "The file cannot be read. Check that it is not damaged or protected by a password, save it again and retry."));

    public static readonly Refusal Erased = new("file-erased", RefusalKind.CONFLICT, new(
        "このファイルは消去されています。名称とハッシュ値だけが残っています。",
        "This file was erased. Its name and hash alone remain."));

    public static readonly Refusal OtherSide = new("file-of-other-side", RefusalKind.CONFLICT, new(
        "ファイルを消去できるのは、登録した側だけです。登録した側に依頼してください。",
        "Only the side that added a file can erase it. Ask that side."));

    public static readonly Refusal InUse = new("file-in-use", RefusalKind.CONFLICT, new(
        "このファイルは手続又は報告の記録に使われているため、契約終了後５年間（既定値）は消去できません。",
        "The record refers to this file: it is kept until five years (default) after the contract's end."));
}
