using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SecurityTracker.Domain;

namespace SecurityTracker.Server.Http;

/// <summary>
/// An answer that refuses (RFC 9457), as an <see cref="IResult"/>. The sentence says what to do next; it is said in the language
/// asked for in <c>detail</c> and in both languages in <c>messages</c>.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable kebab-case word for programs.</param>
/// <param name="Message">What to do next.</param>
/// <param name="Errors">The fields at fault, or empty.</param>
internal sealed record Problem(int Status, string Code, Message Message, params IReadOnlyList<FieldError> Errors) : IResult
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Features.Get<BeforeRefusal>() is { } before)
        {
            httpContext.Features.Set<BeforeRefusal>(null);
            await before.Do(this);
        }

        var json = httpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var response = httpContext.Response;
        httpContext.Features.Set(this);
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.Vary = HeaderNames.AcceptLanguage;
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "2";
        }

        await JsonSerializer.SerializeAsync(response.Body, AsBody(httpContext.Request), json, httpContext.RequestAborted);
    }

    private ProblemBody AsBody(HttpRequest request)
    {
        var detail = Language.IsEnglish(request) ? Message.En : Message.Ja;
        return new($"/problems/{Code}", ReasonPhrases.GetReasonPhrase(Status), Status, Code, detail, Message, Errors);
    }
}

/// <summary>One field at fault: its RFC 6901 pointer in the request body, a code and a sentence.</summary>
internal sealed record FieldError(string Pointer, string Code, Message Messages);

/// <summary>The body of a problem (RFC 9457), its sentences in Japanese and English.</summary>
internal sealed record ProblemBody(string Type, string Title, int Status, string Code, string Detail, Message Messages, IReadOnlyList<FieldError> Errors);

/// <summary>Carries a problem from wherever a request is refused to <see cref="Failures"/>, which answers it as if the endpoint had.</summary>
internal class ProblemException(Problem problem, Exception? inner = null) : Exception(problem.Code, inner)
{
    /// <summary>What is answered.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>Whether it is what was asked that is refused, and not the server that cannot: who does several things one by one goes on with the next.</summary>
    public bool IsOfTheRequest => Problem.Status < StatusCodes.Status500InternalServerError;
}
