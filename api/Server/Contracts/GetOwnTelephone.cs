using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Contracts;

/// <summary>One's own number.</summary>
/// <param name="Telephone">As it stands below the letters that one sends by hand; null for none.</param>
internal sealed record OwnTelephone(string? Telephone);

/// <summary>By which number one is called back, as it stands below the letters that one sends by hand.</summary>
internal sealed class GetOwnTelephoneEndpoint(SenderTelephones telephones) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/account/telephone");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces<OwnTelephone>()
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct) =>
        new Answer<OwnTelephone>(new(await telephones.Of(HttpContext.SessionAtHand().Person.Id, ct)));
}
