using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.SignIn;

/// <summary>What is written to people about their accounts, shown of a made-up case.</summary>
internal sealed class AccountTemplates : IMailTemplates
{
    public IReadOnlyList<MailTemplate> Templates { get; } =
    [
        new("invitation", MailKind.INVITATION, Language: null, AccountMails.Invitation(
            MailTemplate.Reader.Address, MailTemplate.Reader.Name!, "株式会社見本総合研究所", $"{MailTemplate.Site}/invitation#見本", 7)),
        new("password-reset", MailKind.PASSWORD_RESET, Language: null, AccountMails.PasswordReset(MailTemplate.Reader.Address, $"{MailTemplate.Site}/password-reset#見本", 60)),
        new("sign-in-reset", MailKind.SIGN_IN_RESET, Language: null, AccountMails.SignInReset(MailTemplate.Reader.Address, $"{MailTemplate.Site}/password-reset#見本", 7)),
    ];
}
