using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.SignIn;

/// <summary>What is written to people about their accounts, in both languages: nobody has chosen one yet.</summary>
internal static class AccountMails
{
    /// <summary>An invitation.</summary>
    public static OutgoingMail Invitation(string mail, string name, string organisation, string link, int days) => new(
        [new(mail, name)],
        "SecurityTracker への招待（Invitation）",
        $"""
        {name}　様

        {organisation}の一員として、SecurityTracker（情報セキュリティに関する事項の遵守の記録と報告）に招待されました。
        次のリンクを開いて、登録してください。リンクは{days}日間、一度だけ使えます。

        {link}

        お心当たりのない場合は、このメールを破棄してください。

        You were invited to SecurityTracker as a member of {organisation}.
        Open the link above to register. It works once, for {days} days. If this is not for you, delete this mail.
        """);

    /// <summary>A link for a new password.</summary>
    public static OutgoingMail PasswordReset(string mail, string link, int minutes) => new(
        [new(mail)],
        "SecurityTracker のパスワードの再設定（Password reset）",
        $"""
        パスワードの再設定の求めを受け付けました。次のリンクを開いて、新しいパスワードを設定してください。
        リンクは{minutes}分間、一度だけ使えます。

        {link}

        お心当たりのない場合は、このメールを破棄してください。パスワードは変わりません。

        Someone asked to reset your password. Open the link above within {minutes} minutes; it works once.
        If it was not you, delete this mail: nothing has changed.
        """);

    /// <summary>A link to begin anew with, after someone of the organisation reset the sign-in.</summary>
    public static OutgoingMail SignInReset(string mail, string link, int days) => new(
        [new(mail)],
        "SecurityTracker のサインインの再設定（Sign-in reset）",
        $"""
        所属する組織の担当者が、あなたのサインインの方法を再設定しました。これまでのパスワード、パスキー、認証アプリ及び回復コードは使えません。
        次のリンクを開いて、新しいパスワードを設定してください。リンクは{days}日間、一度だけ使えます。

        {link}

        お心当たりのない場合は、組織の担当者に確認してください。

        Your organisation has reset how you sign in: your password, passkeys, authenticator app and recovery codes have ended.
        Open the link above within {days} days and choose a password; it works once. If you did not expect this, ask your organisation.
        """);
}
