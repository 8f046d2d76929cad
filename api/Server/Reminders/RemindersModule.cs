using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reminders;

/// <summary>Reminders by mail: to who has not acted yet, at most one a day.</summary>
internal sealed class RemindersModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<ReminderWishes>()
        .AddSingleton<Snoozes>()
        .AddSingleton<Digests>()
        .AddSingleton<Unsubscribing>()
        .AddSingleton<OwnReminders>()
        .AddSingleton<CalendarFeeds>()
        .AddSingleton<OwnCalendar>()
        .AddSingleton<IMailWriter, DigestWriter>()
        .AddSingleton<IMailTemplates, DigestTemplates>()
        .ErasedWithPerson("reminder_wishes")
        .ErasedWithPerson("reminder_snoozes")
        .ErasedWithPerson("calendar_feeds")
        .RunBeforeWork<SendDigests>("send-digests", minute: 30);

    public void Register(Nouns store) => store.Migrate("reminders", typeof(RemindersModule).Assembly, "Reminders/");
}
