using System.Globalization;
using System.Text.RegularExpressions;
using FastEndpoints;
using SecurityTracker.Server.Http;

namespace SecurityTracker.ServerTests;

/// <summary>A verb and an address with places for things: <c>PUT /api/contracts/{contractId}/obligations/{number}/status</c>.</summary>
internal sealed partial record Route(HttpMethod Method, string Address)
{
    /// <summary>The call with things in the places, in their order.</summary>
    public Call With(IReadOnlyList<object> things, object? body)
    {
        var rest = new Queue<object>(things);
        var address = Place().Replace(Address, _ => string.Create(CultureInfo.InvariantCulture, $"{rest.Dequeue()}"));
        rest.ShouldBeEmpty($"{Address} has no place for them");
        return new(Method, address, body);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}

/// <summary>The routes of the program as its committed description has them, found by the classes that carry them out and by the bodies that these take.</summary>
internal static class Routes
{
    private static readonly Dictionary<string, Route> ByName = ApiDescription.OperationsOf(ApiDescription.Read())
        .ToDictionary(operation => operation.Id, operation => new Route(operation.Method, operation.Address), StringComparer.Ordinal);

    private static readonly ILookup<Type, Type> Endpoints = typeof(ApiEndpoint).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IEndpoint)) && BodyOf(type) is not null)
        .ToLookup(type => BodyOf(type)!);

    /// <summary>The route of a class.</summary>
    public static Route Of(Type endpoint) => ByName[EndpointMapping.OperationId(endpoint)];

    /// <summary>The route of the one class that takes a body; of a body that several take, the class is to be named.</summary>
    public static Route OfBody(Type body) => Of(Endpoints[body].ShouldHaveSingleItem($"Which act takes a {body.Name}? Say When<…Endpoint>(…)"));

    private static Type? BodyOf(Type endpoint)
    {
        var known = endpoint;
        while (known is { IsConstructedGenericType: false } || (known is not null && known.GetGenericTypeDefinition() != typeof(ApiEndpoint<>)))
        {
            known = known.BaseType;
        }

        return known is null ? null : RequestSources.Of(known.GetGenericArguments()[0]).Body?.Type;
    }
}
