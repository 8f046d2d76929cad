using SecurityTracker.Domain;

namespace SecurityTracker.Server.SignIn;

/// <summary>Why an account cannot be opened.</summary>
internal static class AccountRefusals
{
    /// <summary>The mail address has an account: two invitations to it were accepted at the same time.</summary>
    public static readonly Refusal MailTaken = new("mail-taken", RefusalKind.CONFLICT, new(
        "このメールアドレスは登録済みです。サインインしてから、もう一度操作してください。",
        "This mail address is registered. Sign in, then try again."), "/mail");

    /// <summary>A link that was used, has expired, was withdrawn, or never was one.</summary>
    public static readonly Refusal LinkNotValid = new("link-not-valid", RefusalKind.NOT_FOUND, new(
        "このリンクは、使用済みか、有効期限が過ぎています。招待した方、又はパスワードの再設定画面から、新しいリンクを受け取ってください。",
        "This link was used or has expired. Ask for a new one."));

    /// <summary>The sign-in in which something was made ended while it was made.</summary>
    public static readonly Refusal SignedOut = new("signed-out", RefusalKind.CONFLICT, new(
        "サインインが終了したため、行われませんでした。サインインしてから、もう一度操作してください。", "Your sign-in ended, so nothing was done. Sign in and try again."));

    /// <summary>The installation has accounts already.</summary>
    public static readonly Refusal SetUpDone = new("set-up-done", RefusalKind.CONFLICT, new("初期設定は済んでいます。サインインしてください。", "Set-up is done. Sign in."));

    /// <summary>The only second factor of a person who must have one.</summary>
    public static readonly Refusal LastSecondFactor = new("last-second-factor", RefusalKind.CONFLICT, new(
        "この役割には二要素認証が必要です。ほかの認証アプリ又はパスキーを登録してから削除してください。",
        "Your role needs a second factor. Set up another one before you remove this."));

    /// <summary>The only way in that a person has.</summary>
    public static readonly Refusal LastSignIn = new("last-sign-in", RefusalKind.CONFLICT, new(
        "サインインの方法がほかにありません。パスキーの登録又はパスワードの設定をしてから解除してください。",
        "You have no other way to sign in. Register a passkey or set a password first."));
}
