using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Access.Providers;
using SecurityTracker.Server.Access.SignIn;
using SecurityTracker.Server.AuthorityActs;
using SecurityTracker.Server.Catalogue;
using SecurityTracker.Server.ConfirmationDocuments;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Demo;
using SecurityTracker.Server.Erasure;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Exchange;
using SecurityTracker.Server.Files;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Inbox;
using SecurityTracker.Server.Jobs;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Parts;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports;
using SecurityTracker.Server.Reports.Form;
using SecurityTracker.Server.Reports.Review;

namespace SecurityTracker.Server;

/// <summary>The rooms of the house, in the order in which they are entered.</summary>
public static class Modules
{
    /// <summary>Every noun of the program.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccessModule(),
        new AuditModule(),
        new JobsModule(),
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
        new FormModule(),
        new ReadingModule(),
        new DemoModule(),
    ];
}
