using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SecurityTracker.Server.Http;

/// <summary>An answer with a body; where it speaks for one thing, with the thing's version as its ETag.</summary>
/// <param name="Body">The body, written as JSON.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">The address of what was created, or null.</param>
/// <param name="Version">The version of the ETag, or null.</param>
internal sealed record Answer<T>(T Body, int Status = StatusCodes.Status200OK, string? Location = null, long? Version = null) : IResult
    where T : notnull
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Version is { } version)
        {
            response.Headers.ETag = IfMatch.ETag(version);
        }

        return JsonSerializer.SerializeAsync(response.BodyWriter, Body, json, httpContext.RequestAborted);
    }
}

/// <summary>Answers by name.</summary>
internal static class Answer
{
    /// <summary>200 with the thing and its version as ETag.</summary>
    public static IResult Of<T>(T body, long version)
        where T : notnull
        => new Answer<T>(body, Version: version);
}

/// <summary>What routes of this program say of themselves in the OpenAPI document.</summary>
internal static class AnswerMetadata
{
    /// <summary>Reads: 200 with <typeparamref name="T"/>, or a problem.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route) => route
        .Produces<T>()
        .Refuses(StatusCodes.Status404NotFound);

    /// <summary>Writes on a thing that exists: wants If-Match, answers <see cref="WriteAnswer"/>.</summary>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder route) => route
        .Produces<WriteAnswer>()
        .Refuses(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status404NotFound,
            StatusCodes.Status412PreconditionFailed,
            StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status428PreconditionRequired);

    /// <summary>Creates: 201 with <see cref="WriteAnswer"/> and the address.</summary>
    public static RouteHandlerBuilder Creates(this RouteHandlerBuilder route) => route
        .Produces<WriteAnswer>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Answers a problem (RFC 9457) with each of these statuses.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemBody>(status, "application/problem+json");
        }

        return route;
    }
}
