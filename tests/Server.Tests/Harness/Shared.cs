using SecurityTracker.ServerTests.Access.Providers;
using SecurityTracker.ServerTests.Exchange;
using SecurityTracker.ServerTests.Fuzz;
using SecurityTracker.ServerTests.Jobs;
using SecurityTracker.ServerTests.Mail;
using SecurityTracker.ServerTests.SignIn;

namespace SecurityTracker.ServerTests;

/// <summary>
/// Servers that several classes of tests have in common, one a collection: each class begins on what the others left, one after the other.
/// A class whose tests look at everything that is there, or move the clock for good, has a server of its own (<c>IClassFixture</c>).
/// </summary>
internal static class Shared
{
    public const string Contracts = nameof(Contracts);
    public const string Reports = nameof(Reports);
    public const string Review = nameof(Review);
    public const string AuthorityActs = nameof(AuthorityActs);
    public const string ConfirmationDocuments = nameof(ConfirmationDocuments);
    public const string Access = nameof(Access);
    public const string Catalogue = nameof(Catalogue);
    public const string Imports = nameof(Imports);
    public const string Frame = nameof(Frame);
    public const string SignIn = nameof(SignIn);
    public const string Providers = nameof(Providers);
    public const string Fuzz = nameof(Fuzz);
    public const string Mails = nameof(Mails);
    public const string Jobs = nameof(Jobs);
    public const string SentMails = nameof(SentMails);
}

/// <summary>One TestServer for Contracts.</summary>
[CollectionDefinition(Shared.Contracts)]
public sealed class SharedContracts : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Reports.</summary>
[CollectionDefinition(Shared.Reports)]
public sealed class SharedReports : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Review.</summary>
[CollectionDefinition(Shared.Review)]
public sealed class SharedReview : ICollectionFixture<TestServer>;

/// <summary>One TestServer for AuthorityActs.</summary>
[CollectionDefinition(Shared.AuthorityActs)]
public sealed class SharedAuthorityActs : ICollectionFixture<TestServer>;

/// <summary>One TestServer for ConfirmationDocuments.</summary>
[CollectionDefinition(Shared.ConfirmationDocuments)]
public sealed class SharedConfirmationDocuments : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Access.</summary>
[CollectionDefinition(Shared.Access)]
public sealed class SharedAccess : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Catalogue.</summary>
[CollectionDefinition(Shared.Catalogue)]
public sealed class SharedCatalogue : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Imports.</summary>
[CollectionDefinition(Shared.Imports)]
public sealed class SharedImports : ICollectionFixture<TestServer>;

/// <summary>One TestServer for Frame.</summary>
[CollectionDefinition(Shared.Frame)]
public sealed class SharedFrame : ICollectionFixture<TestServer>;

/// <summary>One SignInServer for SignIn.</summary>
[CollectionDefinition(Shared.SignIn)]
public sealed class SharedSignIn : ICollectionFixture<SignInServer>;

/// <summary>One ProviderServer for Providers.</summary>
[CollectionDefinition(Shared.Providers)]
public sealed class SharedProviders : ICollectionFixture<ProviderServer>;

/// <summary>One FuzzServer for Fuzz.</summary>
[CollectionDefinition(Shared.Fuzz)]
public sealed class SharedFuzz : ICollectionFixture<FuzzServer>;

/// <summary>One MailReadingServer for Mails.</summary>
[CollectionDefinition(Shared.Mails)]
public sealed class SharedMails : ICollectionFixture<MailReadingServer>;

/// <summary>One JobServers for Jobs.</summary>
[CollectionDefinition(Shared.Jobs)]
public sealed class SharedJobs : ICollectionFixture<JobServers>;

/// <summary>One ScriptedServer for SentMails.</summary>
[CollectionDefinition(Shared.SentMails)]
public sealed class SharedSentMails : ICollectionFixture<ScriptedServer>;
