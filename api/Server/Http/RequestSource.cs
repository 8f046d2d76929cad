using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.Net.Http.Headers;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Http;

/// <summary>The parts of a request that a property can come from.</summary>
internal enum RequestPlace
{
    /// <summary>A header. Of these <c>If-Match</c> alone is read into requests.</summary>
    Header,

    /// <summary>The body, as JSON.</summary>
    Body,

    /// <summary>A parameter of the address.</summary>
    Route,

    /// <summary>A parameter behind the question mark.</summary>
    Query,
}

/// <summary>The source of one property of a request record.</summary>
/// <param name="Owner">The request record.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Name">The name in the request: camelCase, or that of the header.</param>
/// <param name="Place">The part of the request.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Required">Whether it may not be left out.</param>
internal sealed record RequestSource(Type Owner, string Property, string Name, RequestPlace Place, Type Type, bool Required)
{
    private readonly Func<string, object?> read = Place is RequestPlace.Route or RequestPlace.Query
        ? TextValues.ReaderOf(Nullable.GetUnderlyingType(Type) ?? Type) ?? throw new StartRefusedException($"Not started: {Owner}.{Name} is of a type that no address holds.")
        : _ => null;

    /// <summary>The source of the property that a parameter of the request's constructor sets.</summary>
    public static RequestSource Of(Type request, ParameterInfo parameter)
    {
        var property = request.GetProperty(parameter.Name!) ?? throw new StartRefusedException($"Not started: {request} has no property {parameter.Name}.");
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var required = Nullable.GetUnderlyingType(property.PropertyType) is null && (IsOfAnyType(property) || new NullabilityInfoContext().Create(property).WriteState is not NullabilityState.Nullable);
        return Attribute.GetCustomAttributes(property).Select(attribute => attribute switch
        {
            FromHeaderAttribute { HeaderName: "If-Match" } when property.PropertyType == typeof(IfMatch) =>
                new RequestSource(request, property.Name, HeaderNames.IfMatch, RequestPlace.Header, property.PropertyType, Required: false),
            FromBodyAttribute => new RequestSource(request, property.Name, name, RequestPlace.Body, property.PropertyType, required),
            RouteParamAttribute => new RequestSource(request, property.Name, name, RequestPlace.Route, property.PropertyType, Required: true),
            QueryParamAttribute => new RequestSource(request, property.Name, name, RequestPlace.Query, property.PropertyType, required),
            _ => null,
        }).SingleOrDefault(source => source is not null) ?? throw new StartRefusedException($"Not started: {request}.{property.Name} does not say where it comes from.");
    }

    /// <summary>Whether the type is the record's parameter, of which no reflection tells that it is never null.</summary>
    private static bool IsOfAnyType(PropertyInfo property) =>
        property.DeclaringType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition().GetProperty(property.Name)!.PropertyType.IsGenericParameter;

    /// <summary>The value in an address; null where it is left out.</summary>
    /// <exception cref="ProblemException">400 <c>malformed-request</c> where it cannot be read, or is missing and required.</exception>
    public object? Read(string? text)
    {
        if (text is null)
        {
            return Required ? throw new ProblemException(Problems.MalformedRequest) : null;
        }

        return read(text) ?? throw new ProblemException(Problems.MalformedRequest);
    }
}
