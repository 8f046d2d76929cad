using System.Collections.Concurrent;
using System.Reflection;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Http;

/// <summary>Where each property of a request record comes from: looked up once for each type, at the start.</summary>
/// <remarks>
/// A property says it by one of <c>[RouteParam]</c>, <c>[QueryParam]</c>, <c>[FromHeader]</c> and <c>[FromBody]</c>, and is read from
/// nowhere else. The framework's own binder would let a query override a body.
/// </remarks>
internal sealed class RequestSources
{
    private static readonly ConcurrentDictionary<Type, RequestSources> Known = new();

    private readonly ConstructorInvoker make;

    private RequestSources(Type request)
    {
        var constructor = request.GetConstructors().SingleOrDefault()
            ?? throw new StartRefusedException($"Not started: {request} needs one constructor, by which a request is made.");
        make = ConstructorInvoker.Create(constructor);
        All = [.. constructor.GetParameters().Select(parameter => RequestSource.Of(request, parameter))];
        Body = All.SingleOrDefault(source => source.Place == RequestPlace.Body);
        HasIfMatch = All.Any(source => source.Place == RequestPlace.Header);
    }

    /// <summary>The sources, in the order of the constructor.</summary>
    public IReadOnlyList<RequestSource> All { get; }

    /// <summary>The body, or null where none is read.</summary>
    public RequestSource? Body { get; }

    /// <summary>Whether <c>If-Match</c> is read.</summary>
    public bool HasIfMatch { get; }

    /// <summary>The sources of a type of request.</summary>
    /// <exception cref="StartRefusedException">A property names no source, or one that cannot hold it.</exception>
    public static RequestSources Of(Type request) => Known.GetOrAdd(request, type => new(type));

    /// <summary>Stops the start where a property is to come out of an address that does not have it.</summary>
    public void RefuseWhatIsNotIn(string address)
    {
        foreach (var source in All.Where(s => s.Place == RequestPlace.Route && !address.Contains($"{{{s.Name}", StringComparison.Ordinal)))
        {
            throw new StartRefusedException($"Not started: {source.Owner} takes {source.Name} out of the address, and {address} has none.");
        }
    }

    /// <summary>A request out of its values, which stand in the order of the sources.</summary>
    public object Make(object?[] values) => make.Invoke(values.AsSpan());
}
