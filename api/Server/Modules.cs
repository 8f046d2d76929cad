using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.Chronicle;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Handover;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.JobPages;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Parts;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reminders;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Review;
using SecurityTracker.Server.SignIn;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.Server;

/// <summary>The rooms of the house, in the order in which they are entered.</summary>
internal static class Modules
{
    /// <summary>Every noun of the program.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccessModule(),
        new AuditModule(),
        new JobsModule(),
        new OrganisationsModule(),
        new SignInModule(),
        new ProvidersModule(),
        new IdempotencyModule(),
        new MailModule(),
        new CatalogueModule(),
        new ContractsModule(),
        new FilesModule(),
        new ExchangeModule(),
        new ObligationsModule(),
        new PartsModule(),
        new ConfirmationDocumentsModule(),
        new ErasureModule(),
        new AuthorityActsModule(),
        new InboxModule(),
        new ReportsModule(),
        new ReviewModule(),
        new ChronicleModule(),
        new HandoverModule(),
        new DeadlinesModule(),
        new RemindersModule(),
        new PrintingModule(),
        new ReadingModule(),
        new JobPagesModule(),
    ];
}
