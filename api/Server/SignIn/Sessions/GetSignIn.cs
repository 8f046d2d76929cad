using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn.Providers;

namespace SecurityTracker.Server.SignIn;

/// <summary>A provider of OpenID Connect that people can sign in with.</summary>
internal sealed record SignInProvider(string Id, string Name);

/// <summary>An account of the made-up world, for trying things out.</summary>
/// <param name="Label">What its person does here.</param>
/// <param name="Place">Where the person belongs.</param>
/// <param name="Code">The code that its authenticator app would show now; null where it has none.</param>
internal sealed record DemoSignIn(string Mail, string Password, Message Label, string Place, string? Code);

/// <summary>Accounts that everyone who opens the sign-in page is shown; nothing but a made-up world has any.</summary>
internal interface IAccountsShown
{
    /// <summary>The accounts with the codes of this moment.</summary>
    Task<IReadOnlyList<DemoSignIn>> ToShow(CancellationToken ct);
}

/// <summary>How people can sign in here.</summary>
/// <param name="SetUp">Nobody has an account yet: the installation is to be set up.</param>
/// <param name="Demo">The accounts of the made-up world, in demo mode alone.</param>
internal sealed record SignInDetails(bool Password, bool Passkey, IReadOnlyList<SignInProvider> Providers, bool SetUp, IReadOnlyList<DemoSignIn>? Demo);

/// <summary>How people can sign in here, before they do.</summary>
internal sealed class GetSignInEndpoint(Accounts accounts, ProviderSchemes providers, IAccountsShown? demo = null) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/sign-in");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInDetails>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        // First the demo: a world that is just being filled has its people before anyone is told to set it up.
        var shown = demo is null ? null : await demo.ToShow(ct);
        return new Answer<SignInDetails>(new(Password: true, Passkey: true, [.. providers.All.Select(p => new SignInProvider(p.Id, p.Name))], !await accounts.Any(ct), shown));
    }
}
