using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.Contracts;

/// <summary>The number from now on.</summary>
/// <param name="Telephone">One line of 1 to 50 characters, an extension with it; null or blank for none.</param>
internal sealed record SetOwnTelephoneRequest(string? Telephone);

/// <summary>Sets by which number one is called back.</summary>
internal sealed class SetOwnTelephoneEndpoint(SenderTelephones telephones) : ApiEndpoint<Sent<SetOwnTelephoneRequest>>
{
    private const int Longest = 50;

    public override void Configure()
    {
        Put("/account/telephone");
        Description(route => route
            .Requires(Permission.OwnAccount)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Account"));
    }

    public override async Task<IResult> ExecuteAsync(Sent<SetOwnTelephoneRequest> request, CancellationToken ct)
    {
        var telephone = Texts.IsBlank(request.Body.Telephone) ? null : request.Body.Telephone.Trim();
        Texts.OptionalLine(telephone, Longest, "/telephone").ThrowIfRefused();
        await telephones.Set(HttpContext.SessionAtHand().Person.Id, telephone, ct);
        return Results.NoContent();
    }
}
