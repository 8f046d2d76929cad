using FastEndpoints;
using Microsoft.AspNetCore.Http.Features;

namespace SecurityTracker.Server.Http;

/// <summary>Makes a request record out of the sources that its properties name (<see cref="RequestSources"/>), and out of nothing else.</summary>
/// <typeparam name="TRequest">The request record.</typeparam>
internal sealed class SourcedBinder<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    private readonly RequestSources sources = RequestSources.Of(typeof(TRequest));

    /// <summary>Reads the headers, then the body, then the address.</summary>
    /// <exception cref="ProblemException">A part cannot be read.</exception>
    public async ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken ct)
    {
        var context = ctx.HttpContext;
        var seen = sources.HasIfMatch ? IfMatch.Of(context.Request) : default;
        var body = sources.Body is { } wanted ? await ReadBody(context, wanted, ct) : null;
        var values = new object?[sources.All.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var source = sources.All[i];
            values[i] = source.Place switch
            {
                RequestPlace.Header => seen,
                RequestPlace.Body => body,
                RequestPlace.Route => source.Read(context.Request.RouteValues[source.Name]?.ToString()),
                _ => source.Read(context.Request.Query.TryGetValue(source.Name, out var given) ? given.ToString() : null),
            };
        }

        return (TRequest)sources.Make(values);
    }

    private static async Task<object?> ReadBody(HttpContext context, RequestSource wanted, CancellationToken ct)
    {
        object? body = null;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            if (!context.Request.HasJsonContentType())
            {
                throw new ProblemException(Problems.MediaTypeNotSupported);
            }

            body = await context.Request.ReadFromJsonAsync(wanted.Type, ct);
        }

        return body is null && wanted.Required ? throw new ProblemException(Problems.MalformedBody) : body;
    }
}
