using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>The catalogue of what the server itself refuses; refusals of the domain come in by <c>From</c>.</summary>
internal static class Problems
{
    /// <summary>No such thing, or none that this actor may see: the two are not told apart.</summary>
    public static readonly Problem NotFound = new(404, "not-found", new(
        "見つかりません。番号やアドレスを確かめるか、一覧から開き直してください。",
        "Not found. Check the address, or open it again from the list."));

    /// <summary>廃棄 or 移管: the bytes of the report are gone.</summary>
    public static readonly Problem ReportDisposed = new(410, "report-disposed", new(
        "この報告書は廃棄済み（又は移管済み）です。ハッシュ値と廃棄・移管の記録だけが残っています。",
        "This report was discarded or transferred. Only its hashes and that record remain."));

    /// <summary>The address exists, with another method.</summary>
    public static readonly Problem MethodNotAllowed = new(405, "method-not-allowed", new(
        "このアドレスではその操作はできません。API の説明（/swagger）を確かめてください。",
        "This address does not take that method. See the API description at /swagger."));

    /// <summary>The body comes in a form that this address does not read.</summary>
    public static readonly Problem MediaTypeNotSupported = new(415, "media-type-not-supported", new(
        "この形式の内容は受け取れません。Content-Type を確かめてください（通常は application/json）。",
        "This content type is not taken here. Usually it is application/json."));

    /// <summary>The body is written in another encoding than UTF-8.</summary>
    public static readonly Problem CharsetNotSupported = new(415, "charset-not-supported", new(
        "文字コードは UTF-8 だけを受け取れます。Content-Type の charset を utf-8 にするか、取り除いてください。",
        "Only UTF-8 is taken here. Set the charset of Content-Type to utf-8, or leave it out."));

    /// <summary>The body is larger than this address takes.</summary>
    public static readonly Problem BodyTooLarge = new(413, "body-too-large", new(
        "送信された内容が大きすぎます。内容を分けて送ってください。",
        "The body is too large. Send it in smaller parts."));

    /// <summary>A file beyond the limit for imports.</summary>
    public static readonly Problem FileTooLarge = new(413, "file-too-large", new(
        "ファイルが大きすぎます。10MB までのファイルを送ってください。",
        "The file is too large. Send files of up to 10 MB."));

    /// <summary>The body cannot be read as what this address takes.</summary>
    public static readonly Problem MalformedBody = new(400, "malformed-body", new(
        "送信された内容を読み取れません。項目名と値の形式を確かめてください。",
        "The body cannot be read. Check the names and the forms of its values."));

    /// <summary>A parameter of the address or a header cannot be read.</summary>
    public static readonly Problem MalformedRequest = new(400, "malformed-request", new(
        "要求を読み取れません。アドレスと見出し（ヘッダー）の値を確かめてください。",
        "The request cannot be read. Check the address and the headers."));

    /// <summary>A character stands somewhere in the request that no text holds (<see cref="SoundText"/>).</summary>
    public static readonly Problem CharacterNotAllowed = new(400, "character-not-allowed", new(
        "使用できない文字（U+0000、U+FFFE など）が含まれています。取り除いてから送ってください。",
        "The request holds a character that no text may hold, such as U+0000 or U+FFFE. Remove it and send again."));

    /// <summary>A write on an existing thing without <c>If-Match</c>.</summary>
    public static readonly Problem VersionRequired = new(428, "version-required", new(
        "どの版に対する変更かが示されていません。読み取ったときの ETag を If-Match に指定してください。",
        "Say which version this change is for: send the ETag you read as If-Match."));

    /// <summary>Someone else wrote in between.</summary>
    public static readonly Problem VersionStale = new(412, "version-stale", new(
        "ほかの人が先に変更しました。最新の内容を読み直してから、もう一度操作してください。",
        "Someone else changed this first. Read it again, then repeat your change."));

    /// <summary>The thing to be made is there already.</summary>
    public static readonly Problem AlreadyExists = new(409, "already-exists", new(
        "すでに登録されています。登録済みのものを開いて確かめてください。",
        "It is registered already. Open the one that exists."));

    /// <summary>Nobody is signed in, or no longer.</summary>
    public static readonly Problem SignInRequired = new(401, "sign-in-required", new(
        "サインインしてください。時間が経過したためにサインアウトした場合も、もう一度サインインすれば続けられます。",
        "Sign in. If time has run out, sign in again to continue."));

    /// <summary>The role does not do this.</summary>
    public static readonly Problem NotPermitted = new(403, "not-permitted", new(
        "この操作は、現在の役割では行えません。役割を持つ人に依頼してください。",
        "Your role does not do this. Ask someone whose role does."));

    /// <summary>Too often in a short time.</summary>
    public static readonly Problem TooManyRequests = new(429, "too-many-requests", new(
        "短い時間に多くの操作がありました。少し待ってから、もう一度操作してください。",
        "That was too often in a short time. Wait a little and try again."));

    /// <summary>Plain http, where people reach the program over https.</summary>
    public static readonly Problem NotOverHttps = new(403, "not-over-https", new(
        "https:// で始まるアドレスから開いてください。", "Open the address that begins with https://."));

    /// <summary>Another site's page asks.</summary>
    public static readonly Problem CrossSite = new(403, "cross-site", new(
        "ほかのサイトのページからは操作できません。このシステムの画面から操作してください。",
        "Pages of other sites cannot act here. Use this program's own screens."));

    /// <summary>An <c>Idempotency-Key</c> that cannot be one.</summary>
    public static readonly Problem IdempotencyKeyMalformed = new(400, "idempotency-key-malformed", new(
        "Idempotency-Key は 1〜200 文字の英数字と記号で指定してください。",
        "Idempotency-Key takes 1 to 200 printable ASCII characters."));

    /// <summary>The same <c>Idempotency-Key</c> with another request.</summary>
    public static readonly Problem IdempotencyKeyReused = new(422, "idempotency-key-reused", new(
        "この Idempotency-Key は別の内容ですでに使われています。新しいキーを指定してください。",
        "This Idempotency-Key was used with another request. Use a new key."));

    /// <summary>The database does not answer.</summary>
    public static readonly Problem DatabaseUnavailable = new(503, "database-unavailable", new(
        "データベースに接続できません。しばらくしてから、もう一度操作してください。変更は保存されていません。",
        "The database does not answer. Try again shortly. Nothing was saved."));

    /// <summary>A disk of the server or of its database is full.</summary>
    public static readonly Problem NoRoom = new(503, "no-room", new(
        "サーバーの空き容量が足りないため、受け取れませんでした。変更は保存されていません。システムの運用担当者に知らせ、空きができてから、もう一度操作してください。",
        "The server has no room left, and nothing was saved. Tell those who run it, and try again once there is room."));

    /// <summary>So many forms wait to be set as PDF that one more is not taken.</summary>
    public static readonly Problem RendererBusy = new(503, "renderer-busy", new(
        "PDF の作成が混み合っています。数秒後に、もう一度操作してください。",
        "Too many PDF files are being made. Try again in a few seconds."));

    /// <summary>So many files of one person wait to be read that one more is not taken.</summary>
    public static readonly Problem ReadersBusy = new(503, "readers-busy", new(
        "読み取りを待っているファイルが多すぎます。数秒後に、もう一度操作してください。",
        "Too many of your files wait to be read. Try again in a few seconds."));

    /// <summary>What reads files was ended from outside, twice.</summary>
    public static readonly Problem ReadersLost = new(503, "readers-lost", new(
        "ファイルを読み取る仕組みが止まりました。しばらくしてから、もう一度操作してください。変更は保存されていません。",
        "What reads files has stopped. Try again shortly. Nothing was saved."));

    /// <summary>A defect of ours. What happened is in the log, never in the answer.</summary>
    public static readonly Problem Unexpected = new(500, "unexpected", new(
        "予期しない問題が起きました。もう一度操作しても続く場合は、管理者に時刻を伝えてください。",
        "Something unexpected happened. If it persists, tell your administrator the time."));

    /// <summary>A refusal of the domain, answered: INVALID 422, CONFLICT 409, NOT_FOUND 404.</summary>
    public static Problem From(Refusal refusal)
    {
        var status = refusal.Kind switch
        {
            RefusalKind.INVALID => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.CONFLICT => StatusCodes.Status409Conflict,
            RefusalKind.NOT_FOUND => StatusCodes.Status404NotFound,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "A refusal of a kind without an HTTP status"),
        };
        return refusal.Pointer is { } pointer
            ? new(status, refusal.Code, refusal.Message, new FieldError(pointer, refusal.Code, refusal.Message))
            : new(status, refusal.Code, refusal.Message);
    }

    /// <summary>Several refusals at once: the first gives status and code, each is listed with its field.</summary>
    public static Problem From(IReadOnlyList<Refusal> refusals)
    {
        var first = From(refusals[0]);
        return first with { Errors = [.. refusals.Select(r => new FieldError(r.Pointer ?? "", r.Code, r.Message))] };
    }

    /// <summary>The problem for a bare status, for answers that the framework made without a body.</summary>
    public static Problem ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => MalformedRequest,
        StatusCodes.Status401Unauthorized => SignInRequired,
        StatusCodes.Status403Forbidden => NotPermitted,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => MediaTypeNotSupported,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => DatabaseUnavailable,
        >= StatusCodes.Status500InternalServerError => Unexpected,
        _ => MalformedRequest with { Status = status },
    };
}
