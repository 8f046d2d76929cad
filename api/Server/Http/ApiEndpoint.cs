using FastEndpoints;
using Microsoft.AspNetCore.Http.Features;

namespace SecurityTracker.Server.Http;

/// <summary>
/// One act or one query of the API, in a file of its own: <c>Configure</c> names its address and what guards it, <c>ExecuteAsync</c>
/// takes the request and gives the answer.
/// </summary>
/// <typeparam name="TRequest">A record each of whose properties names its source (<see cref="RequestSources"/>).</typeparam>
internal abstract class ApiEndpoint<TRequest> : Endpoint<TRequest, IResult>
    where TRequest : notnull
{
    /// <summary>Gives the answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="ct">Cancels when the client goes away.</param>
    public abstract override Task<IResult> ExecuteAsync(TRequest request, CancellationToken ct);

    /// <summary>Sends the answer, after a file that leaves the program was noted.</summary>
    public sealed override async Task OnAfterHandleAsync(TRequest req, IResult res, CancellationToken ct)
    {
        // A refusal is no file.
        if (res is not Problem && HttpContext.GetEndpoint()?.Metadata.GetMetadata<Export>() is not null)
        {
            await HttpContext.Features.GetRequiredFeature<BeforeExport>().Do();
        }

        await res.ExecuteAsync(HttpContext);
    }
}

/// <summary>The request of what takes nothing from it.</summary>
internal sealed record NoRequest;

/// <summary>An act or a query that takes nothing from its request.</summary>
internal abstract class ApiEndpoint : ApiEndpoint<NoRequest>
{
    /// <summary>Gives the answer.</summary>
    /// <param name="ct">Cancels when the client goes away.</param>
    public abstract Task<IResult> ExecuteAsync(CancellationToken ct);

    /// <summary>Leaves the request out.</summary>
    public sealed override Task<IResult> ExecuteAsync(NoRequest request, CancellationToken ct) => ExecuteAsync(ct);
}
