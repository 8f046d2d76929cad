using FastEndpoints;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Mail;

/// <summary>通知の記録, one page, the latest first.</summary>
/// <param name="Next">The <c>before</c> of the next page, or null at the end.</param>
internal sealed record DeliveryList(IReadOnlyList<DeliveryDetails> Items, Guid? Next, DeliveryListCan Can);

/// <summary>What the actor can do beside them.</summary>
internal sealed record DeliveryListCan(Can RecordBounce);

/// <summary>What is asked for.</summary>
/// <param name="Before">Those before this one; the newest where it is left out.</param>
/// <param name="Failed">Those alone that did not arrive, as far as that is known.</param>
internal sealed record GetDeliveriesRequest([property: QueryParam] Guid? Before, [property: QueryParam] bool? Failed);

/// <summary>
/// 通知の記録: what became of the mails that the program sent to people of one's own organisation, or by one's own act; to an administrator of
/// those whose installation it is, all. A mail server's yes says that it took a mail, not that somebody read it.
/// </summary>
internal sealed class GetDeliveriesEndpoint(DeliveryReader deliveries, Actor actor) : ApiEndpoint<GetDeliveriesRequest>
{
    private const int PageSize = 50;

    public override void Configure()
    {
        Get("/deliveries");
        Description(route => route
            .Requires(Permission.ReadDeliveries)
            .Produces<DeliveryList>());
    }

    public override async Task<IResult> ExecuteAsync(GetDeliveriesRequest request, CancellationToken ct)
    {
        var found = await deliveries.Latest(PageSize + 1, request.Before, request.Failed == true, ct);
        return new Answer<DeliveryList>(new(
            [.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null, new(Can.If(Permission.RecordBounces, actor))));
    }
}
