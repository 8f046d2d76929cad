using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>How people and programs prove who they are: accounts, sessions, tokens.</summary>
internal sealed class SignInModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section);
        AddAccounts(services);
        AddLinks(services);
        AddRules(services);
        AddPasskeys(services);
        AddKeys(services);
    }

    public void Register(Nouns store) => store.Migrate("sign-in", typeof(SignInModule).Assembly, "SignIn/");

    private static void AddAccounts(IServiceCollection services) =>
        services
            .AddSingleton<OfficesOfTheMinistry>()
            .AddSingleton<Accounts>()
            .AddSingleton<Passwords>()
            .AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })))
            .AddSingleton<Totp>()
            .AddSingleton<SecondFactors>()
            .AddSingleton<Sessions>()
            .AddSingleton<SessionDescription>()
            .AddSingleton<SignInFlow>()
            .AddSingleton<Tokens>()
            .AddScoped<ServiceAccounts>()
            .AddScoped<SignInResets>()
            .AddSingleton<Enrolment>()
            .AddSingleton<SignInFailures>()
            .RunEveryHour<ForgetExpired>("forget-expired-sessions", minute: 17)
            .RunEveryHour<ForgetSignInFailures>("forget-sign-in-failures", minute: 23);

    private static void AddLinks(IServiceCollection services) =>
        services
            .AddSingleton<PublicAddress>()
            .AddSingleton<SiteAddress>()
            .AddSingleton<Invitations>()
            .AddSingleton<LinksByMail>()
            .AddSingleton<IMailTemplates, AccountTemplates>()
            .AddSingleton<InvitationDescription>()
            .AddSingleton<PasswordResets>()
            .AddSingleton<PasswordResetsAsked>()
            .AddSingleton<IEraser>(provider => provider.GetRequiredService<PasswordResetsAsked>())
            .AddQueuedJob<AnswerAskedReset>(AnswerAskedReset.Name)
            .AddSingleton<SetUpCodes>()
            .AddHostedService(provider => provider.GetRequiredService<SetUpCodes>());

    private static void AddRules(IServiceCollection services) =>
        services
            .RefuseOn("accounts_mail", AccountRefusals.MailTaken)
            .RefuseOn(Invitations.Taken, AccountRefusals.LinkNotValid)
            .RefuseOn(PasswordResets.Taken, AccountRefusals.LinkNotValid)
            .RefuseOn(Tokens.SignedOut, AccountRefusals.SignedOut)
            .RefuseOn(SetUpCodes.Taken, AccountRefusals.SetUpDone)
            .RefuseOn("last_second_factor", AccountRefusals.LastSecondFactor)
            .RefuseOn("last_sign_in", AccountRefusals.LastSignIn)
            .ErasedWithPerson("sign_in_failures")
            .ErasedWithPerson("sessions")
            .ErasedWithPerson("tokens")
            .ErasedWithPerson("passkeys")
            .ErasedWithPerson("recovery_codes")
            .ErasedWithPerson("password_resets")
            .ErasedWithPerson("accounts")
            .ErasedWithPerson("invitations", "mail", byMail: true);

    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>().AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((passkeys, configuration) =>
        {
            passkeys.ServerDomain = Uri.TryCreate(configuration[PublicAddress.Setting], UriKind.Absolute, out var address) ? address.Host : null;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(
                !origin.CrossOrigin && origin.Origin.Equals(new PublicAddress(configuration).Of(origin.HttpContext), StringComparison.OrdinalIgnoreCase));
        });
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SecurityTracker");
        services.AddSingleton<ProtectionKeys>().AddSingleton<KeyEncryption>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, KeyEncryption>((keys, repository, encryption) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (repository, encryption));
    }
}
