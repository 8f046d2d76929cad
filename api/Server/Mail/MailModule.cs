using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Mail;

/// <summary>Mail that leaves.</summary>
internal sealed class MailModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<MailLimitSettings>().BindConfiguration(MailLimitSettings.Section);
        services.AddSingleton<MailLimits>().RunEveryHour<ForgetMailsSent>("forget-mails-counted", minute: 11);
        services
            .AddSingleton<RecipientHash>()
            .AddSingleton<Mails>()
            .AddScoped<DeliveryReader>()
            .AddScoped<Bounces>()
            .AddSingleton<IEraser>(provider => provider.GetRequiredService<Mails>())
            .AddQueuedJob<SendMail>(SendMail.Name)
            .RunEveryHour<ForgetMails>("forget-mails", minute: 35);
        AddWayOut(services);
    }

    public void Register(Nouns store) => store.Migrate("mail", typeof(MailModule).Assembly, "Mail/");

    private static void AddWayOut(IServiceCollection services) => services
        .AddSingleton<DevelopmentMail>()
        .AddSingleton<MailServer>()
        .AddSingleton<MailRoom>();

    public void CheckSettings(IServiceProvider services) => services.GetRequiredService<MailServer>();
}
