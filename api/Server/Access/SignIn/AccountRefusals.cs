using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Why an account cannot be opened.</summary>
public static class AccountRefusals
{
    /// <summary>The mail address has an account: two invitations to it were accepted at the same time.</summary>
    public static readonly Refusal MailTaken = new("mail-taken", RefusalKind.CONFLICT, new(
        "このメールアドレスは登録済みです。サインインしてから、もう一度操作してください。",
        "This mail address is registered. Sign in, then try again."), "/mail");
}
